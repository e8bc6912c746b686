import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { WORKSPACE_ROOT, type PortError, type ReadPort, type WorkspacePath } from 'prometeu-packer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { at } from '../ports/at.js';
import { countOpenFiles, makeTempFolder } from './temp-folder.js';
import { succeed } from '../ports/succeed.js';

let temp: ReturnType<typeof makeTempFolder>;
beforeEach(() => {
  temp = makeTempFolder();
});
afterEach(() => temp.remove());

async function readText(read: ReadPort, path: WorkspacePath): Promise<string | PortError> {
  let found: string | PortError = 'not answered';
  succeed(
    await read.readFiles([{ path, maxBytes: 1000 }], (_, answer) => {
      found = answer.isOk() ? Buffer.from(answer.value.bytes).toString() : answer.error;
    }),
  );
  return found;
}

describe('openNodeWorkspace', () => {
  it.each([
    ['a missing folder', 'missing', 'not-found', 'ENOENT'],
    ['a file', 'file', 'not-a-folder', 'not-a-folder'],
    ['what is below a file', 'file/below', 'not-a-folder', 'ENOTDIR'],
    ['a symlink to itself', 'loop', 'symlink', 'ELOOP'],
    ['a name with NUL', 'a\0b', 'io', 'ERR_INVALID_ARG_VALUE'],
  ])('refuses %s', (_, name, kind, detail) => {
    writeFileSync(join(temp.folder, 'file'), '');
    symlinkSync('loop', join(temp.folder, 'loop'));
    const opened = openNodeWorkspace(join(temp.folder, name));
    expect(opened._unsafeUnwrapErr()).toEqual({ kind, operation: 'open', path: '', detail });
  });

  it('resolves the way to the root once and keeps it (P20)', async () => {
    const { folder } = temp;
    for (const name of ['real', 'decoy']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'file'), name);
    }
    symlinkSync('real', join(folder, 'link'));
    const { read } = openNodeWorkspace(join(folder, 'link', '..', 'link'))._unsafeUnwrap();
    expect(await readText(read, at('file'))).toBe('real');
    symlinkSync('decoy', join(folder, 'other'));
    const { renameSync } = await import('node:fs');
    renameSync(join(folder, 'other'), join(folder, 'link'));
    expect(await readText(read, at('file'))).toBe('real');
  });

  it.each(['assets', 'assets/.prometeu'])('answers symlink for %s being one (P19)', async (name) => {
    mkdirSync(join(temp.folder, 'elsewhere/.prometeu'), { recursive: true });
    writeFileSync(join(temp.folder, 'elsewhere/.prometeu/index.json'), 'outside');
    const root = join(temp.folder, 'root');
    mkdirSync(join(root, name, '..'), { recursive: true });
    symlinkSync(join(temp.folder, name === 'assets' ? 'elsewhere' : 'elsewhere/.prometeu'), join(root, name));
    const { read, write } = openNodeWorkspace(root)._unsafeUnwrap();
    expect(await readText(read, at('assets/.prometeu/index.json'))).toMatchObject({ kind: 'symlink', path: name });
    expect((await write.lock(at('assets/.prometeu/lock')))._unsafeUnwrapErr()).toMatchObject({ kind: 'symlink', path: name });
    expect((await write.createFile(at('assets/.prometeu/new')))._unsafeUnwrapErr()).toMatchObject({ kind: 'symlink', path: name });
    expect(readdirSync(join(temp.folder, 'elsewhere/.prometeu'))).toEqual(['index.json']);
  });

  it('does not take a sibling for the root because its name begins alike (P26)', async () => {
    mkdirSync(join(temp.folder, 'game'));
    mkdirSync(join(temp.folder, 'game-evil'));
    writeFileSync(join(temp.folder, 'game-evil', 'file'), 'outside');
    const { read } = openNodeWorkspace(join(temp.folder, 'game'))._unsafeUnwrap();
    symlinkSync(join(temp.folder, 'game-evil'), join(temp.folder, 'game', 'in'));
    expect(await readText(read, at('in/file'))).toMatchObject({ kind: 'symlink' });
  });

  it('leaves a hard-linked file outside as it is when its name is replaced (P22)', async () => {
    mkdirSync(join(temp.folder, 'root'));
    writeFileSync(join(temp.folder, 'outside'), 'kept');
    linkSync(join(temp.folder, 'outside'), join(temp.folder, 'root', 'file'));
    const { read, write } = openNodeWorkspace(join(temp.folder, 'root'))._unsafeUnwrap();
    const staged = (await write.createFile(at('staged')))._unsafeUnwrap();
    (await staged.write(Buffer.from('new'), 0))._unsafeUnwrap();
    (await staged.close())._unsafeUnwrap();
    (await write.rename(at('staged'), at('file')))._unsafeUnwrap();
    expect(await readText(read, at('file'))).toBe('new');
    expect(readFileSync(join(temp.folder, 'outside'), 'utf8')).toBe('kept');
  });

  it('finds out whether names differ by case', () => {
    mkdirSync(join(temp.folder, 'assets'));
    mkdirSync(join(temp.folder, 'ASSETS'), { recursive: true });
    const isSensitive = readdirSync(temp.folder).length === 2;
    expect(openNodeWorkspace(temp.folder)._unsafeUnwrap().read.caseSensitive).toBe(isSensitive);
  });

  it('names no absolute path in any error', async () => {
    const { read, write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    writeFileSync(join(temp.folder, 'file'), '');
    const errors: PortError[] = [];
    const note = (answer: { isErr: () => boolean; _unsafeUnwrapErr: () => PortError }) => errors.push(answer._unsafeUnwrapErr());
    note(await read.openFile(at('missing')));
    note(await write.createFile(at('file')));
    note(await write.makeFolder(at('file/below')));
    note(await write.rename(at('missing'), at('b')));
    note(await write.remove(WORKSPACE_ROOT));
    note(await write.syncFolder(at('file')));
    note(await write.lock(at('missing/lock')));
    expect(errors).toHaveLength(7);
    expect(JSON.stringify(errors)).not.toContain(basename(temp.folder));
  });

  it('is a whole host: it makes tokens and uuids', () => {
    const { newToken, identity, compute } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    expect(newToken()).toMatch(/^[0-9a-f]{16}$/);
    expect(newToken()).not.toBe(newToken());
    expect(identity.newUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(compute.crc32(Buffer.from('123456789'), 0)).toBe(0xcbf43926);
  });

  it('leaves no file open (X22)', async () => {
    const { read, write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    const before = countOpenFiles();
    writeFileSync(join(temp.folder, 'file'), 'x');
    await readText(read, at('file'));
    await readText(read, at('missing'));
    succeed(await read.readFiles([{ path: at('file'), maxBytes: 0 }], () => undefined));
    succeed(await read.listFolders([WORKSPACE_ROOT, at('file')], () => undefined));
    const reading = (await read.openFile(at('file')))._unsafeUnwrap();
    const writing = (await write.createFile(at('new')))._unsafeUnwrap();
    expect(countOpenFiles()).toBe(before + 2);
    succeed(await reading.close());
    succeed(await writing.close());
    expect((await write.createFile(at('new'))).isErr()).toBe(true);
    succeed(await write.syncFolder(WORKSPACE_ROOT));
    const lock = (await write.lock(at('lock')))._unsafeUnwrap();
    succeed(await write.lock(at('lock')));
    if (!('held' in lock)) succeed(await lock.release());
    expect(countOpenFiles()).toBe(before);
  });
});
