import { describe, expect, it } from 'vitest';
import { findRelocationObstacles, type Relocation } from '../../../src/plans/mutate/find-relocation-obstacles.js';
import type { WorkspaceSnapshot } from '../../../src/workspace/snapshot.js';
import { path } from '../bench.js';

/** Folders with the files in each, by path under `assets/`; each `asset.json` among them was read, but for those of `absent`. */
function sceneOf(folders: Readonly<Record<string, readonly string[]>>, absent: readonly string[] = []): WorkspaceSnapshot {
  const listed = Object.entries({ '': [], ...folders });
  const declared = Object.keys(folders).map((root) => `assets/${root}/asset.json`);
  return {
    files: declared.map((file) => ({ path: file, sha256: absent.includes(file) ? null : 'f'.repeat(64) })),
    folders: listed.map(([root, files]) => ({ path: root === '' ? 'assets' : `assets/${root}`, listing: '', files })),
  } as Partial<WorkspaceSnapshot> as WorkspaceSnapshot;
}

const move = (root: string, to: string): Relocation => ({ kind: 'relocate', root, to });

interface More {
  readonly caseSensitive?: boolean;
  readonly changed?: readonly string[];
  readonly removed?: readonly string[];
}

const obstacles = (
  snapshot: WorkspaceSnapshot,
  relocations: readonly Relocation[],
  { caseSensitive = true, changed = [], removed = [] }: More = {},
) =>
  findRelocationObstacles(relocations, { snapshot, caseSensitive, changed: changed.map(path), removed: new Set(removed) }).map(
    ({ code, artifact, location, data }) => ({ code, artifact, location, data }),
  );

const at = (file: string) => ({ artifact: 'workspace', location: { kind: 'file', file } });

describe('findRelocationObstacles', () => {
  it('finds none where nothing is moved, whatever else changes', () => {
    expect(obstacles(sceneOf({ one: [] }), [], { changed: ['assets/one/asset.json'] })).toEqual([]);
  });

  it('finds that the record of a folder that moves is given up, and no other', () => {
    const scene = sceneOf({ one: [], 'one/inside': [], two: [] });
    const found = [{ code: 'MUTATION_IN_THE_WAY', ...at('assets/two'), data: { path: 'assets/two' } }];
    expect(obstacles(scene, [move('one', 'free'), move('two', 'other')], { removed: ['two'] })).toEqual(found);
    expect(obstacles(scene, [move('one', 'free')], { removed: ['one/inside', 'two'] })).toEqual([]);
  });

  it.each<[string, string, string, boolean]>([
    ['a free place', 'one', 'free', true],
    ['a free place in a folder', 'one', 'maps/deep/free', true],
    ['another spelling, where that is another name', 'one', 'One', true],
    ['a name that begins alike', 'one', 'one-more', false],
  ])('finds none for %s', (_, root, to, caseSensitive) => {
    expect(obstacles(sceneOf({ one: [], maps: [] }), [move(root, to)], { caseSensitive })).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a folder', 'two', 'assets/two'],
    ['a folder of another spelling', 'TWO', 'assets/two'],
    ['a file', 'maps/plan.txt', 'assets/maps/plan.txt'],
    ['a file of another spelling', 'maps/PLAN.txt', 'assets/maps/plan.txt'],
    ['below a file', 'maps/plan.txt/deep', 'assets/maps/plan.txt'],
    ['below a folder of another spelling', 'Maps/deep', 'assets/maps'],
    ['where it stands', 'one', 'assets/one'],
  ])('finds what stands at the place: %s', (_, to, found) => {
    const snapshot = sceneOf({ one: [], two: [], maps: ['plan.txt'] });
    expect(obstacles(snapshot, [move('one', to)])).toEqual([
      { code: 'MUTATION_TARGET_EXISTS', ...at('assets/one'), data: { root: 'one', to, found } },
    ]);
  });

  it('finds its own name spelled another way, where that is the same name', () => {
    expect(obstacles(sceneOf({ one: [] }), [move('one', 'ONE')], { caseSensitive: false })).toEqual([
      { code: 'MUTATION_TARGET_EXISTS', ...at('assets/one'), data: { root: 'one', to: 'ONE', found: 'assets/one' } },
    ]);
  });

  it('looks at every name that some disk takes for one', () => {
    const snapshot = sceneOf({ one: [], Maps: [], maps: [] });
    for (const [to, found] of [
      ['maps/free', 'assets/Maps'],
      ['Maps/free', 'assets/maps'],
    ] as const) {
      expect(obstacles(snapshot, [move('one', to)])).toEqual([
        { code: 'MUTATION_TARGET_EXISTS', ...at('assets/one'), data: { root: 'one', to, found } },
      ]);
    }
  });

  it.each<[string]>([['one/deep'], ['ONE/deep'], ['one/deep/er']])('refuses %s, inside what is moved', (to) => {
    expect(obstacles(sceneOf({ one: [] }), [move('one', to)])).toEqual([
      { code: 'MUTATION_TARGET_INSIDE', ...at('assets/one'), data: { root: 'one', to } },
    ]);
  });

  it.each<[string, string]>([
    ['.prometeu/one', '.prometeu'],
    ['maps/.PROMETEU/x', '.PROMETEU'],
  ])('refuses %s, which is the packer\u2019s own', (to, segment) => {
    expect(obstacles(sceneOf({ one: [] }), [move('one', to)])).toEqual([
      { code: 'PATH_OWNED', ...at('assets/one'), data: { path: to, segment } },
    ]);
  });

  it('refuses what is no path', () => {
    expect(obstacles(sceneOf({ one: [] }), [move('one', '../out')])).toEqual([
      expect.objectContaining({ code: 'PATH_ESCAPES_ROOT', ...at('assets/one') }),
    ]);
  });

  it('moves no folder whose declaration is not there', () => {
    const refused = [{ code: 'MUTATION_ROOT_NOT_FOUND', ...at('assets/one'), data: { root: 'one' } }];
    expect(obstacles(sceneOf({ one: [], two: [] }, ['assets/one/asset.json']), [move('one', 'free')])).toEqual(refused);
    expect(obstacles(sceneOf({ two: [] }), [move('one', 'free')])).toEqual(refused);
  });

  it('tells what stands in the way of each', () => {
    const refused = obstacles(sceneOf({ one: [], two: [] }), [move('one', 'two'), move('two', 'free'), move('two', 'one')]);
    expect(refused.map(({ data }) => data)).toEqual([
      { root: 'one', to: 'two', found: 'assets/two' },
      { root: 'two', to: 'one', found: 'assets/one' },
    ]);
  });

  it.each<[string, readonly Relocation[], readonly string[], string]>([
    ['two moves to one place', [move('one', 'free'), move('two', 'free')], ['assets/maps/asset.json'], 'assets/two'],
    [
      'a change where a folder leaves',
      [move('one', 'free'), move('two', 'other')],
      ['assets/maps/asset.json', 'assets/one/asset.json'],
      'assets/one/asset.json',
    ],
  ])('tells %s', (_, relocations, changed, found) => {
    const snapshot = sceneOf({ one: [], two: [], maps: [] });
    expect(obstacles(snapshot, relocations, { changed })).toEqual([{ code: 'MUTATION_IN_THE_WAY', ...at(found), data: { path: found } }]);
  });
});
