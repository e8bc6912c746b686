import { describe, expect, it } from 'vitest';
import { foldersAbove } from '../../src/paths/folders-above.js';
import { movedPath } from '../../src/paths/moved-path.js';
import { rebasePath } from '../../src/paths/rebase-path.js';

describe('foldersAbove', () => {
  it.each<readonly [path: string, folders: readonly string[]]>([
    ['', []],
    ['a', ['']],
    ['a/b', ['', 'a']],
    ['a/b/cc/d', ['', 'a', 'a/b', 'a/b/cc']],
  ])('%j stands in %j', (path, folders) => {
    expect(foldersAbove(path)).toEqual(folders);
  });
});

describe('rebasePath', () => {
  it.each<readonly [path: string, moved: string | null]>([
    ['a/b', 'x'],
    ['a/b/c', 'x/c'],
    ['a/b/c/b', 'x/c/b'],
    ['a/bc', null],
    ['a', null],
    ['c/a/b', null],
    ['c/a/b/', null],
    ['', null],
  ])('%j leads to %j once a/b is x', (path, moved) => {
    expect(rebasePath(path, 'a/b', 'x')).toBe(moved);
  });
});

describe('movedPath', () => {
  it('goes by the first move that holds it, and stays where none does', () => {
    const moves = [
      { from: 'a/b', to: 'x' },
      { from: 'a', to: 'y' },
    ];
    expect(['a/b/c', 'a/c', 'd/c', 'a'].map((path) => movedPath(path, moves))).toEqual(['x/c', 'y/c', 'd/c', 'y']);
    expect(movedPath('a', [])).toBe('a');
  });
});
