import { err, ok } from 'neverthrow';
import type { RememberedFolder, RememberedFolders } from '../../artifacts/cache/model.js';
import { allRememberedFolders, listRememberedFolders } from '../../artifacts/cache/remembered-folders.js';
import type { Observed } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { inspectJournal } from '../../plans/recover/inspect-journal.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { rememberWorkspace } from '../../workspace/recheck/remember-workspace.js';
import { surveyWorkspace } from '../../workspace/recheck/survey-workspace.js';
import { timeFolders } from '../../workspace/recheck/time-folders.js';
import type { ReadContext } from '../read-context.js';
import type { OpenedWorkspaceMemory } from '../workspace-memory.js';

const NO_TIMES: ReadonlyMap<WorkspacePath, number> = new Map();

/** Folders with the times that they had when they were last listed; those that had one before keep it. */
async function timeRemembered({ read, signal }: ReadContext, folders: RememberedFolders, latestMs: number) {
  if (folders.uncertain.length === 0) return ok(folders);
  const all = allRememberedFolders(folders);
  const untimed = all.flatMap(({ path, modifiedMs, listing }) => (modifiedMs === null && listing !== null ? [path] : []));
  const times = await timeFolders(read, untimed, latestMs, signal);
  return times.map((known) => {
    if (known.size === 0) return folders;
    return listRememberedFolders(
      all.map((folder): RememberedFolder => ({ ...folder, modifiedMs: known.get(folder.path) ?? folder.modifiedMs })),
    );
  });
}

/**
 * Finds out by sizes and times whether a workspace is as it was observed. Folders are listed the first time, and from then on
 * asked for their times alone, where the port has them.
 *
 * @returns what the next survey goes by, where nothing has changed; null where something has, or times do not tell.
 */
export async function surveyMemory(
  context: ReadContext,
  { kept, journal, seesThrough, remembered }: OpenedWorkspaceMemory,
): Promise<Observed<RememberedFolders | null>> {
  const { read, compute, signal } = context;
  if (seesThrough || journal.length > 0) return ok(null);
  const folders = remembered ?? rememberWorkspace(kept, { folders: NO_TIMES, isSettled: (_, __, kind) => kind === 'raw' });
  if (folders === null) return ok(null);
  const inspected = await inspectJournal(read, compute);
  if (inspected.isErr()) return err(inspected.error);
  if (inspected.value.state !== 'absent') return ok(null);
  const surveyed = await surveyWorkspace(read, folders, { compute, signal });
  if (surveyed.isErr()) return err([diagnosePortError(surveyed.error, 'workspace')]);
  const { changed, unproven, doubted } = surveyed.value;
  const isDoubted = read.findChanged !== undefined && doubted > 0; // other times are taken over by a reading
  if (changed.length + unproven.length > 0 || isDoubted) return ok(null);
  const timed = await timeRemembered(context, folders, kept.latestMs);
  return timed.mapErr((error) => [diagnosePortError(error, 'workspace')] as const);
}
