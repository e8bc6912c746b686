import type { WorkspacePath } from '../../paths/workspace-path.js';
import { gather } from '../../ports/gather.js';
import type { PortResult } from '../../ports/port-error.js';
import type { EntryStat, ReadPort } from '../../ports/read-port.js';
import { isSettled } from '../is-settled.js';

/**
 * The times of folders, where a port keeps them, without those that are no proof: a folder was listed after `latestMs` had
 * been seen, so one that was last changed before is as it was listed. Call it after the listing.
 */
export async function timeFolders(
  read: ReadPort,
  paths: readonly WorkspacePath[],
  latestMs: number,
  signal?: AbortSignal,
): Promise<PortResult<ReadonlyMap<WorkspacePath, number>>> {
  const asked = read.findChanged === undefined ? [] : paths;
  const answers = await gather<EntryStat>('stat', asked, (visit) => read.statPaths(asked, visit, signal && { signal }));
  return answers.map((stats) => {
    const times = new Map<WorkspacePath, number>();
    for (const [index, path] of asked.entries()) {
      const stat = stats[index];
      if (stat?.isOk() === true && stat.value.kind === 'folder' && isSettled(stat.value, latestMs)) times.set(path, stat.value.modifiedMs);
    }
    return times;
  });
}
