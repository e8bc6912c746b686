import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { foldersOf, syncFolders } from '../../../src/plans/apply/sync-folders.js';
import { benchWith, path } from '../bench.js';
import { failed } from '../staging.js';

describe('foldersOf', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['nothing but the control folder', [], ['assets', 'assets/.prometeu']],
    [
      'folders that stand: not what is above them',
      ['assets/hero/boss/asset.json', 'assets/hero/boss/other.json'],
      ['assets', 'assets/.prometeu', 'assets/hero/boss'],
    ],
    ['the root for a folder made in it', ['build/assets.pa'], ['', 'assets', 'assets/.prometeu', 'build']],
    ['the folder of undo records', ['assets/.prometeu/undo/last.json'], ['assets', 'assets/.prometeu', 'assets/.prometeu/undo']],
    ['a file of the root', ['file'], ['', 'assets', 'assets/.prometeu']],
  ])('%s', (_, targets, folders) => {
    expect(foldersOf(targets.map(path))).toEqual(folders);
  });
});

describe('syncFolders', () => {
  it('goes on until one fails, and gives that error', async () => {
    const asked: string[] = [];
    const syncFolder = async (at: string) => {
      asked.push(at);
      return at === 'b' ? failed('io', 'sync-folder', at) : ok(undefined);
    };
    const write = { ...benchWith({}).workspace.write, syncFolder };
    expect((await syncFolders(write, ['a', 'c'].map(path))).isOk()).toBe(true);
    const stopped = await syncFolders(write, ['a', 'b', 'c'].map(path));
    expect(stopped._unsafeUnwrapErr()).toMatchObject({ kind: 'io', path: 'b' });
    expect(asked).toEqual(['a', 'c', 'a', 'b']);
  });
});
