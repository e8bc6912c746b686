import { err, type Result } from 'neverthrow';
import type { Failure } from '../../diagnostics/outcome.js';
import { CONTROL_FOLDER, UNDO_FOLDER } from '../../paths/owned-paths.js';
import { parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../../paths/workspace-path.js';
import type { StagingContext } from './apply-context.js';
import { compareFiles } from './compare-files.js';
import { compareFolders } from './compare-folders.js';
import { ioFailure } from './io-failure.js';
import { judgeComparisons } from './judge-comparisons.js';
import type { FilePrecondition, Plan } from '../plan.js';

/** The files to be read now: those whose digest is checked while they are copied anyway are left to that. */
function filesToRead({ edits, preconditions }: Plan<WorkspacePath>): readonly FilePrecondition<WorkspacePath>[] {
  const copied = new Map<WorkspacePath, string | null>();
  for (const edit of edits) {
    if (edit.kind !== 'compose') continue;
    for (const { inputs } of edit.recipe.assets) for (const { file, sha256 } of inputs) copied.set(file, sha256);
  }
  return preconditions.files.filter(({ path, sha256 }) => sha256 === null || copied.get(path) !== sha256);
}

/**
 * Holds the workspace against everything the plan was made for: files, beginnings of files, folders.
 *
 * Codes: PLAN_STALE with all paths that differ, PLAN_IO_FAILED, PLAN_CANCELLED.
 *
 * @returns the staged files that dead transactions left in the folders looked at.
 */
export async function recheckPreconditions(
  context: StagingContext,
  plan: Plan<WorkspacePath>,
): Promise<Result<readonly WorkspacePath[], Failure>> {
  const { heads, folders } = plan.preconditions;
  const files = await compareFiles(context, filesToRead(plan), heads);
  if (files.isErr()) return err(ioFailure('recheck', files.error));
  const stagingFolders = plan.edits.map(({ path }) => parentOf(path) ?? WORKSPACE_ROOT);
  const listed = await compareFolders(context, folders, [...stagingFolders, CONTROL_FOLDER, UNDO_FOLDER]);
  if (listed.isErr()) return err(ioFailure('recheck', listed.error));
  return judgeComparisons([...files.value, ...listed.value.comparisons]).map(() => listed.value.leftovers);
}
