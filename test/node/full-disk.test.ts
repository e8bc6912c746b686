import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { at } from '../ports/at.js';
import { makeTempFolder } from './temp-folder.js';

const temp = makeTempFolder();
const disk = join(temp.folder, 'small');

function mount(...options: readonly string[]): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', disk]).status === 0;
}

mkdirSync(disk);
const canMount = process.platform === 'linux' && mount('-o', 'size=64k');

afterAll(() => {
  if (canMount) spawnSync('umount', [disk]);
  temp.remove();
});

/** Only who may mount a disk of 64 KiB can fill one. */
describe.runIf(canMount)('the Node adapter on a small disk of its own', () => {
  beforeAll(() => writeFileSync(join(temp.folder, 'file'), 'x'));

  it('answers no-space for what does not fit, and keeps what was there (X4)', async () => {
    const { write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    const handle = (await write.createFile(at('small/large')))._unsafeUnwrap();
    const chunk = new Uint8Array(16 * 1024);
    const kinds: string[] = [];
    for (let position = 0; kinds.length === 0 && position < 1024 * 1024;) {
      const written = await handle.write(chunk, position);
      if (written.isErr()) kinds.push(written.error.kind);
      else position += written.value;
    }
    expect(kinds).toEqual(['no-space']);
    expect((await write.lock(at('small/lock')))._unsafeUnwrapErr()).toMatchObject({ kind: 'no-space', operation: 'lock' });
    (await handle.close())._unsafeUnwrap();
    (await write.remove(at('small/large')))._unsafeUnwrap();
    expect(readdirSync(disk)).toEqual([]);
  });

  it('answers cross-device for a rename from disk to disk (X8)', async () => {
    const { write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    expect((await write.rename(at('file'), at('small/file')))._unsafeUnwrapErr()).toEqual({
      kind: 'cross-device',
      operation: 'rename',
      path: 'small/file',
      detail: 'EXDEV',
    });
  });

  it('answers busy for a folder that is a disk, and read-only for a disk that is (X5)', async () => {
    const { write } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
    expect((await write.remove(at('small')))._unsafeUnwrapErr().kind).toBe('busy');
    expect(mount('-o', 'remount,ro')).toBe(true);
    expect((await write.createFile(at('small/file')))._unsafeUnwrapErr()).toMatchObject({ kind: 'read-only', detail: 'EROFS' });
    expect((await write.makeFolder(at('small/folder')))._unsafeUnwrapErr().kind).toBe('read-only');
    expect((await write.lock(at('small/lock')))._unsafeUnwrapErr().kind).toBe('read-only');
  });
});
