import { describe, expect, it } from 'vitest';
import { findUndeclared } from '../../../src/plans/register/find-undeclared.js';
import { declaration, workspace } from '../../workspace/workspaces.js';
import { snapshotOf } from '../snapshot-of.js';

const found = async (files: Readonly<Record<string, string>>) =>
  findUndeclared(await snapshotOf(files)).map(({ root, files: names }) => [root, names]);

describe('findUndeclared', () => {
  it('finds the folders that hold files, with their names in order', async () => {
    expect(await found({ 'assets/b/y': '', 'assets/b/x': '', 'assets/a.b/c.d/z': '', 'assets/b/in/x': '' })).toEqual([
      ['a.b/c.d', ['z']],
      ['b', ['x', 'y']],
      ['b/in', ['x']],
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['files beside the folders', { 'assets/x': '' }],
    ['a folder of dot-files', { 'assets/a/.x': '', 'assets/a/.y': '' }],
    ['a dot-folder', { 'assets/.a/x': '' }],
    ['a folder in a dot-folder', { 'assets/.a/b/x': '' }],
    ['a dot-folder in a folder', { 'assets/a/.b/x': '' }],
    ['a declared folder', workspace({ a: 1 })],
    ['a folder with a declaration in error', { 'assets/a/asset.json': '{', 'assets/a/x': '' }],
    [
      'a folder with inputs of a declared asset',
      {
        ...workspace({ a: 1 }),
        'assets/a/asset.json': declaration(1, { inputs: { main: ['in/x'] } }),
        'assets/a/in/x': '',
        'assets/a/in/y': '',
      },
    ],
  ])('leaves alone %s', async (_, files) => {
    expect(await found(files)).toEqual([]);
  });

  it('counts no dot-files', async () => {
    expect(await found({ 'assets/a/.x': '', 'assets/a/x': '' })).toEqual([['a', ['x']]]);
  });
});
