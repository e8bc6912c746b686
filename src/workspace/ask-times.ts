import type { WorkspacePath } from '../paths/workspace-path.js';
import { gather } from '../ports/gather.js';
import type { PortResult } from '../ports/port-error.js';
import type { EntryStat, ReadPort } from '../ports/read-port.js';

/** Sizes and times of files that are about to be read. */
export interface AskedTimes {
  /** By path; without those that could not be asked. */
  readonly stats: ReadonlyMap<WorkspacePath, EntryStat>;
  /** The latest time seen, in milliseconds since 1970. */
  readonly latestMs: number;
}

/** Asks files for their times, all of them before any is read: see `isSettled`. */
export async function askTimes(
  read: Pick<ReadPort, 'statPaths'>,
  paths: readonly WorkspacePath[],
  latestMs: number,
  signal?: AbortSignal,
): Promise<PortResult<AskedTimes>> {
  const answers = await gather<EntryStat>('stat', paths, (visit) => read.statPaths(paths, visit, signal && { signal }));
  return answers.map((found) => {
    const stats = new Map<WorkspacePath, EntryStat>();
    let latest = latestMs;
    for (const [index, path] of paths.entries()) {
      const stat = found[index];
      if (stat === undefined || stat.isErr()) continue;
      stats.set(path, stat.value);
      if (stat.value.kind === 'file') latest = Math.max(latest, stat.value.modifiedMs);
    }
    return { stats, latestMs: latest };
  });
}
