import { lstatSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedFolder, WorkspacePath } from 'prometeu-packer';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTempFolder } from './temp-folder.js';

const FOLDERS = ['assets', 'assets/a', 'assets/a/deep', 'assets/b'];

function tempFolder(): string {
  const { folder, remove } = makeTempFolder();
  onTestFinished(remove);
  return folder;
}

function lay(root: string): readonly ExpectedFolder[] {
  for (const folder of FOLDERS) {
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, 'x.bin'), 'x');
  }
  for (const folder of [...FOLDERS].reverse()) utimesSync(join(root, folder), 1000, 1000.5);
  return FOLDERS.map((path) => {
    const { size, mtimeMs } = statSync(join(root, path, 'x.bin'));
    return { path: path as WorkspacePath, modifiedMs: 1000_500, files: [{ name: 'x.bin', size, modifiedMs: mtimeMs }] };
  });
}

const put = (root: string, path: string, text: string) => writeFileSync(join(root, path), text);

/** Puts a symlink to something of the same content in place of a file or folder, without a trace in the folder's time. */
function link(root: string, path: string): void {
  const parent = join(root, path, '..');
  const { atimeMs, mtimeMs } = statSync(parent);
  renameSync(join(root, path), join(root, 'elsewhere'));
  symlinkSync(join(root, 'elsewhere'), join(root, path));
  utimesSync(parent, atimeMs / 1000, mtimeMs / 1000);
}

const windows = process.platform === 'win32'; // the times of its folders are not asked for

describe.runIf(!windows)('findChanged on disk', () => {
  it.each<[string, (root: string) => unknown, readonly number[]]>([
    ['nothing', () => undefined, []],
    ['a new name', (root) => put(root, 'assets/a/new', ''), [1]],
    ['a name that went', (root) => rmSync(join(root, 'assets/b/x.bin')), [3]],
    ['a file of another size', (root) => put(root, 'assets/a/deep/x.bin', 'longer'), [2]],
    ['a file of another time', (root) => utimesSync(join(root, 'assets/x.bin'), 5, 5), [0]],
    ['a folder that went', (root) => rmSync(join(root, 'assets/a'), { recursive: true }), [0, 1, 2]],
    ['a file in place of a folder', (root) => (rmSync(join(root, 'assets/b'), { recursive: true }), put(root, 'assets/b', '')), [0, 3]],
    ['a symlink in place of a file', (root) => link(root, 'assets/b/x.bin'), [3]],
    ['a symlink in place of a folder, and all below it', (root) => link(root, 'assets/a'), [1, 2]],
    ['a symlink in place of the topmost folder', (root) => link(root, 'assets'), [0, 1, 2, 3]],
  ])('tells %s', async (_, change, expected) => {
    const root = tempFolder();
    const folders = lay(root);
    const { read } = openNodeWorkspace(root)._unsafeUnwrap();
    expect((await read.findChanged?.(folders))?._unsafeUnwrap()).toEqual([]);
    change(root);
    expect((await read.findChanged?.(folders))?._unsafeUnwrap()).toEqual(expected);
  });

  it('asks for no time that is not expected, and stops when told', async () => {
    const root = tempFolder();
    const folders = lay(root).map((folder) => ({ ...folder, modifiedMs: null }));
    const { read } = openNodeWorkspace(root)._unsafeUnwrap();
    put(root, 'assets/a/new', '');
    expect((await read.findChanged?.(folders))?._unsafeUnwrap()).toEqual([]);
    expect((await read.findChanged?.(folders, { signal: AbortSignal.abort() }))?._unsafeUnwrapErr().kind).toBe('aborted');
  });

  it('looks at a folder of many files in goes: it gives turns in between, sees the last file, and stops when told', async () => {
    const root = tempFolder();
    mkdirSync(join(root, 'assets'));
    for (let index = 0; index < 3000; index += 1) writeFileSync(join(root, `assets/f${index}`), '');
    const path = 'assets' as WorkspacePath;
    const files = Array.from({ length: 3000 }, (_, index) => {
      const { mtimeMs } = lstatSync(join(root, `assets/f${index}`));
      return { name: `f${index}`, size: 0, modifiedMs: mtimeMs };
    });
    const { read } = openNodeWorkspace(root)._unsafeUnwrap();
    const folders = [{ path, modifiedMs: null, files }];
    expect((await read.findChanged?.(folders))?._unsafeUnwrap()).toEqual([]);
    put(root, 'assets/f2999', 'longer');
    expect((await read.findChanged?.([...folders, ...folders]))?._unsafeUnwrap()).toEqual([0, 1]);
    const stopping = new AbortController();
    const many = Array.from({ length: 50 }, () => files)
      .flat()
      .map((file) => (file.name === 'f2999' ? files[0]! : file));
    const looking = read.findChanged?.([{ path, modifiedMs: null, files: many }], { signal: stopping.signal });
    setImmediate(() => stopping.abort());
    expect((await looking)?._unsafeUnwrapErr().kind).toBe('aborted');
  });
});
