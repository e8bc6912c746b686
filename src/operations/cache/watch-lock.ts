import { LOCK_PATH } from '../../paths/owned-paths.js';
import type { ApplyProgress } from '../../plans/apply/apply-context.js';
import { gather } from '../../ports/gather.js';
import type { EntryStat, ReadPort } from '../../ports/read-port.js';

/** Watches a plan being applied for the time of its lock. */
export interface LockWatch {
  /** Is told how far the plan has come. */
  readonly onProgress: (progress: ApplyProgress) => void;
  /** The time of the lock, in milliseconds since 1970; -Infinity where none was seen. Ask once the plan is applied. */
  readonly time: () => Promise<number>;
}

/**
 * Asks for the time of the lock as soon as it is taken: everything that the plan rests on is looked at again after that, so a
 * file whose time is strictly older is proven by it. There is no other clock.
 */
export function watchLock(read: Pick<ReadPort, 'statPaths'>, onProgress?: (progress: ApplyProgress) => void): LockWatch {
  let asked: Promise<number> | null = null;
  const ask = async (): Promise<number> => {
    const answers = await gather<EntryStat>('stat', [LOCK_PATH], (visit) => read.statPaths([LOCK_PATH], visit));
    const stat = answers.map(([answer]) => answer).unwrapOr(undefined);
    return stat?.isOk() === true && stat.value.kind === 'file' ? stat.value.modifiedMs : -Infinity;
  };
  return {
    onProgress: (progress) => {
      if (progress.phase !== 'lock') asked ??= ask();
      onProgress?.(progress);
    },
    time: async () => (await asked) ?? -Infinity,
  };
}
