import type { Outcome } from '../../diagnostics/outcome.js';
import { ARCHIVE_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { layoutRecipe } from '../compose/layout-recipe.js';
import { makePlan } from '../make-plan.js';
import type { ComposeEdit } from '../plan.js';
import type { OwnPlan } from '../verify-own-plan.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import { draftRecipe } from './draft-recipe.js';

/**
 * Plans the archive and its companions from a snapshot, every byte in its place. Pure.
 *
 * @param compute - digests the plan; the portable one where absent.
 *
 * Codes: those of {@link draftRecipe}, ARCHIVE_TOO_LARGE, ARCHIVE_HEADER_TOO_LARGE.
 */
export function planArchive(snapshot: WorkspaceSnapshot, compute?: ComputePort): Outcome<OwnPlan> {
  return draftRecipe(snapshot).andThen(({ value: recipe, diagnostics }) =>
    layoutRecipe(recipe).map(({ totalLength }) => {
      const edit: ComposeEdit<WorkspacePath> = { kind: 'compose', length: totalLength, path: ARCHIVE_PATH, recipe };
      const preconditions = snapshotPreconditions(snapshot);
      const plan = makePlan({ kind: 'build', edits: [edit], identityChanges: [], preconditions }, compute);
      return { value: { ...plan, edits: [edit] }, diagnostics };
    }),
  );
}
