import { err, ok, type Result } from 'neverthrow';
import type { FolderMove } from '../../artifacts/journal/find-overlap.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { foldersAbove } from '../../paths/folders-above.js';
import { ASSETS_FOLDER } from '../../paths/owned-paths.js';
import { stagedName } from '../../paths/staged-names.js';
import { parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { gather } from '../../ports/gather.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import type { EntryStat } from '../../ports/read-port.js';
import type { StagingContext } from '../apply/apply-context.js';
import { ioFailure } from '../apply/io-failure.js';
import type { StagingArea } from './staging-area.js';

/** The last of the folders above a path that stands already. */
async function findStanding({ read }: StagingContext, path: WorkspacePath): Promise<PortResult<WorkspacePath>> {
  const above = foldersAbove(path).slice(1); // the root aside
  const stats = await gather<EntryStat>('stat', above, (visit) => read.statPaths(above, visit));
  if (stats.isErr()) return err(stats.error);
  let standing = ASSETS_FOLDER;
  for (const [index, stat] of stats.value.entries()) {
    if (stat.isErr() && stat.error.kind === 'not-found') break;
    if (stat.isErr()) return err(stat.error);
    standing = above[index] ?? standing;
  }
  return ok(standing);
}

/**
 * Finds out whether a folder can be moved, while nothing has changed: an empty file goes the same way, out of the folder
 * to where the folder will stand. What would fail for the folder, such as another disk or a folder that may not be
 * written, fails for the file.
 */
export async function probeMove(context: StagingContext, area: StagingArea, { from, target }: FolderMove): Promise<Result<void, Failure>> {
  const fail = (error: PortError): Failure => ioFailure('stage', error);
  const standing = await findStanding(context, target);
  if (standing.isErr()) return err(fail(standing.error));
  const name = stagedName('move', context.token);
  const inFolder = (folder: WorkspacePath): WorkspacePath => `${folder}/${name}` as WorkspacePath; // below assets: never the root
  let at = inFolder(from);
  const made = await area.writeFile<void>(at, 'stage', async () => ok());
  if (made.isErr()) return made;
  for (const next of [parentOf(from) ?? from, standing.value].map(inFolder)) {
    if (next === at) continue;
    const renamed = await area.rename(at, next);
    if (renamed.isErr()) return err(fail(renamed.error));
    at = next;
  }
  return (await area.remove(at)).mapErr(fail);
}
