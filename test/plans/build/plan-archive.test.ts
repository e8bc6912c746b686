import { expect, it } from 'vitest';
import { ARCHIVE_PATH } from '../../../src/paths/owned-paths.js';
import { draftRecipe } from '../../../src/plans/build/draft-recipe.js';
import { planArchive } from '../../../src/plans/build/plan-archive.js';
import { layoutRecipe } from '../../../src/plans/compose/layout-recipe.js';
import { snapshotPreconditions } from '../../../src/plans/snapshot-preconditions.js';
import { verifyPlanShape } from '../../../src/plans/verify-plan-shape.js';
import { declaration, workspace } from '../../workspace/workspaces.js';
import { codesOf, compute, valueOf } from '../bench.js';
import { snapshotOf } from '../snapshot-of.js';

const FILES = { ...workspace({ a: 1, b: 2 }), 'assets/b/asset.json': declaration(2, { preload: { enabled: true } }) };
const snapshot = await snapshotOf(FILES);

it('plans the archive of what a snapshot consists of, resting on all that was seen', () => {
  const { value: recipe, diagnostics } = valueOf(draftRecipe(snapshot));
  const planned = valueOf(planArchive(snapshot, compute));
  expect(recipe.assets).toHaveLength(2);
  expect(planned.value).toEqual({
    kind: 'build',
    edits: [{ kind: 'compose', path: ARCHIVE_PATH, length: valueOf(layoutRecipe(recipe)).totalLength, recipe }],
    identityChanges: [],
    preconditions: snapshotPreconditions(snapshot),
    digest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
  });
  expect(planned.diagnostics).toEqual(diagnostics);
  expect(diagnostics.map(({ code }) => code)).toEqual(['BUILD_SLOT_ASSIGNED']);
  expect(valueOf(verifyPlanShape(planned.value, compute)).value.digest).toBe(planned.value.digest);
  expect(planArchive(snapshot)).toEqual(planArchive(snapshot, compute));
});

it('plans nothing of what cannot be built, or is too much for an archive', () => {
  expect(codesOf(planArchive({ ...snapshot, blocked: true }))).toEqual(['REGISTRY_MISSING']);
  const assets = snapshot.assets.map((asset) => ({
    ...asset,
    inputs: asset.inputs.map((input) => ({ ...input, size: Number.MAX_SAFE_INTEGER })),
  }));
  expect(codesOf(planArchive({ ...snapshot, assets }))).toEqual(['ARCHIVE_TOO_LARGE']);
});
