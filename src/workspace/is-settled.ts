import type { EntryStat } from '../ports/read-port.js';

/**
 * Git's rule for racy entries: the time of a file tells of later changes only where it is strictly older than the reading,
 * since a change made within the same tick leaves the time as it was. There is no clock: a reading begins no earlier than the
 * latest time that any file had before it.
 *
 * @param latestMs - the latest time seen before the file was read, in milliseconds since 1970.
 */
export function isSettled({ modifiedMs }: EntryStat, latestMs: number): boolean {
  return modifiedMs < latestMs;
}

/** A file as it was when it was read. */
interface KnownFile {
  readonly stat: EntryStat | null;
  readonly settled: boolean;
}

/** Whether a file has the size and time that it had when it was read, and they are proof where a host's clock runs forward. */
export function isSettledAs(now: EntryStat, { stat, settled }: KnownFile): boolean {
  return settled && stat !== null && now.kind === stat.kind && now.size === stat.size && now.modifiedMs === stat.modifiedMs;
}
