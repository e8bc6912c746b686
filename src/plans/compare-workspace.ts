import { err, ok, type Result } from 'neverthrow';
import type { PathDifference } from '../diagnostics/catalogue/plan-codes.js';
import type { Failure } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { CopyContext } from './apply/apply-context.js';
import { compareFiles } from './apply/compare-files.js';
import { compareFolders } from './apply/compare-folders.js';
import { ioFailure } from './apply/io-failure.js';
import { isSameState } from './apply/path-states.js';
import type { Plan } from './plan.js';

/**
 * Holds a workspace against everything that a plan was made for. Writes nothing and takes no lock: what it tells may be
 * over the moment it is told, and applying looks again.
 *
 * Codes: PLAN_IO_FAILED, PLAN_CANCELLED.
 *
 * @returns what differs, files before folders; empty where the plan is still good.
 */
export async function compareWorkspace(
  context: Pick<CopyContext, 'read' | 'compute' | 'signal'>,
  { preconditions }: Plan<WorkspacePath>,
): Promise<Result<readonly PathDifference[], Failure>> {
  const files = await compareFiles(context, preconditions.files, preconditions.heads);
  if (files.isErr()) return err(ioFailure('recheck', files.error));
  const folders = await compareFolders(context, preconditions.folders, []);
  if (folders.isErr()) return err(ioFailure('recheck', folders.error));
  const differences: PathDifference[] = [];
  for (const { path, expected, found } of [...files.value, ...folders.value.comparisons]) {
    if (found.isErr()) return err(ioFailure('recheck', found.error));
    if (!isSameState(found.value, expected)) differences.push({ path, expected, found: found.value });
  }
  return ok(differences);
}
