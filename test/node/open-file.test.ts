import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadPort } from 'prometeu-packer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { at } from '../ports/at.js';
import { countOpenFiles, makeTempFolder } from './temp-folder.js';
import { succeed } from '../ports/succeed.js';

let temp: ReturnType<typeof makeTempFolder>;
let read: ReadPort;
beforeEach(() => {
  temp = makeTempFolder();
  ({ read } = openNodeWorkspace(temp.folder)._unsafeUnwrap());
  for (const folder of ['folder', 'other']) {
    mkdirSync(join(temp.folder, folder));
    writeFileSync(join(temp.folder, folder, 'file'), folder);
  }
});
afterEach(() => temp.remove());

/** Asks for a file, and changes the disk between the port's first look and its second: before it opens, or just after. */
async function openWhile(change: () => void): Promise<string> {
  const before = countOpenFiles();
  const opening = read.openFile(at('folder/file'));
  change();
  const opened = await opening;
  if (opened.isOk()) succeed(await opened.value.close());
  expect(countOpenFiles()).toBe(before);
  return opened.isOk() ? 'ok' : opened.error.kind;
}

describe('openFile of the Node adapter', () => {
  it('refuses a folder that becomes a symlink while it opens (P21)', async () => {
    const swap = () => {
      renameSync(join(temp.folder, 'folder'), join(temp.folder, 'moved'));
      symlinkSync('other', join(temp.folder, 'folder'));
    };
    expect(['symlink', 'not-found']).toContain(await openWhile(swap)); // no call swaps at once: the open may fall between the two
  });

  it('refuses a file that is replaced while it opens (P21)', async () => {
    expect(await openWhile(() => renameSync(join(temp.folder, 'other', 'file'), join(temp.folder, 'folder', 'file')))).toBe('changed');
  });

  it('opens a file that stays', async () => {
    expect(await openWhile(() => undefined)).toBe('ok');
  });
});

describe('createFile of the Node adapter', () => {
  const swap = (): void => {
    renameSync(join(temp.folder, 'folder'), join(temp.folder, 'moved'));
    symlinkSync('other', join(temp.folder, 'folder'));
  };

  it('gives no file to write where its folder becomes a symlink while it is made (P21)', async () => {
    const { write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    const before = countOpenFiles();
    const creating = write.createFile(at('folder/new'));
    swap();
    expect((await creating)._unsafeUnwrapErr().kind).toBe('symlink');
    expect(countOpenFiles()).toBe(before);
    for (const folder of ['moved', 'other']) {
      const made = join(temp.folder, folder, 'new');
      expect(existsSync(made) ? readFileSync(made, 'utf8') : '').toBe('');
    }
  });

  it('gives no file to write where another takes its place at once (P21)', async () => {
    const { write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    const kinds = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const path = at(`folder/new-${round}`);
      const creating = write.createFile(path);
      renameSync(join(temp.folder, 'other', 'file'), join(temp.folder, path));
      const created = await creating;
      kinds.add(created.isOk() ? 'ok' : created.error.kind);
      if (created.isOk()) succeed(await created.value.close());
      renameSync(join(temp.folder, path), join(temp.folder, 'other', 'file'));
    }
    expect([...kinds].filter((kind) => kind !== 'exists' && kind !== 'changed')).toEqual([]);
  });
});
