import { describe, expect, it } from 'vitest';
import { recheckPreconditions } from '../../../src/plans/apply/recheck-preconditions.js';
import { benchWith, buildPlan, codesOf, recipeOf, REGISTRY, rewire, textPlan, valueOf } from '../bench.js';
import { failingBatch, stagedFor, stagingOf, verified } from '../staging.js';

const FILES = { [REGISTRY]: '{}', 'assets/hero/a.bin': 'aaaa', 'assets/hero/b.bin': 'bbbb', 'assets/hero/asset.json': '{}' };

const readsOf = (calls: readonly { readonly operation: string; readonly path: string }[]) =>
  calls.flatMap(({ operation, path }) => (operation === 'read' ? [path] : []));

describe('recheckPreconditions', () => {
  it('leaves files to their copying that are checked by the same digest there', async () => {
    const { workspace, board } = benchWith(FILES);
    const recipe = recipeOf(workspace, { hero: ['a.bin', 'b.bin'] }, true);
    const plan = await buildPlan(workspace, recipe, { files: ['assets/hero/a.bin', 'assets/hero/asset.json', 'assets/hero/b.bin'] });
    rewire(board);
    workspace.set('assets/hero/b.bin', 'BBBB');
    expect((await recheckPreconditions(stagingOf(workspace), verified(plan))).isOk()).toBe(true);
    expect(readsOf(board.calls)).toEqual([REGISTRY, 'assets/hero/asset.json']);
  });

  it('reads those that are copied by another digest, or by none, or were absent', async () => {
    const { workspace, board } = benchWith(FILES);
    const files = ['assets/hero/a.bin', 'assets/hero/b.bin', 'assets/hero/c.bin'];
    const recipe = recipeOf(workspace, { hero: ['a.bin', 'b.bin', 'c.bin'] });
    const other = recipe.assets.map((asset) => ({
      ...asset,
      inputs: asset.inputs.map((input) => (input.path === 'b.bin' ? { ...input, sha256: 'b'.repeat(64) } : input)),
    }));
    const plan = await buildPlan(workspace, { ...recipe, assets: other }, { files });
    rewire(board);
    expect((await recheckPreconditions(stagingOf(workspace), verified(plan))).isOk()).toBe(true);
    expect(readsOf(board.calls)).toEqual([REGISTRY, ...files]);
  });

  it('finds staged files in the folders of its targets, and in its own', async () => {
    const dead = [
      'assets/.prometeu/.index.json.00000000deadbeef.prometeu.tmp',
      'assets/.prometeu/undo/.last.json.00000000deadbeef.prometeu.tmp',
      'assets/hero/.asset.json.00000000deadbeef.prometeu.tmp',
    ];
    const { workspace } = benchWith({ ...FILES, ...Object.fromEntries(dead.map((file) => [file, ''])), [stagedFor('other')]: '' });
    const plan = await textPlan(workspace, { 'assets/hero/asset.json': 'new' });
    const found = valueOf(await recheckPreconditions(stagingOf(workspace), verified(plan)));
    expect([...found].sort()).toEqual(dead);
  });

  it('tells files and folders that changed, and gives no staged files then', async () => {
    const { workspace } = benchWith(FILES);
    const plan = verified(await textPlan(workspace, { 'assets/hero/asset.json': 'new' }, { folders: ['assets/hero'] }));
    workspace.set('assets/hero/asset.json', 'by hand');
    workspace.set('assets/hero/more.bin', '');
    expect((await recheckPreconditions(stagingOf(workspace), plan))._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_STALE', data: { differences: [{ path: 'assets/hero' }, { path: 'assets/hero/asset.json' }] } },
    ]);
  });

  it.each(['readFiles', 'listFolders'] as const)('tells where %s fails as a whole', async (batch) => {
    const { workspace } = benchWith(FILES);
    const plan = verified(await textPlan(workspace, { 'assets/hero/asset.json': 'new' }));
    const checked = await recheckPreconditions({ ...stagingOf(workspace), read: failingBatch(workspace.read, batch, 0) }, plan);
    expect(codesOf(checked)).toEqual(['PLAN_IO_FAILED']);
    expect(checked._unsafeUnwrapErr()[0].data).toMatchObject({ path: '', phase: 'recheck', reason: 'io' });
  });
});
