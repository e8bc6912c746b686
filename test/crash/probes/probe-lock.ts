import type { CrashSubject } from '../crash-subject.js';
import type { CrashYardstick } from '../crash-yardstick.js';
import { differingFiles, JOURNAL, LOCK, visibleFiles } from '../visible-files.js';
import { disturb, pathOf } from './disturb.js';

/** X15: the lock is taken away in the middle. Up to the last look at it, just before the commit point, that stops the plan. */
export async function probeLock(yardstick: CrashYardstick, subject: CrashSubject): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; ; at += 1) {
    const removals: boolean[] = [];
    const run = await disturb(yardstick, subject, at, (other) => {
      void other.write.remove(pathOf(LOCK)).then((removed) => {
        removals.push(removed.isOk());
      });
    });
    if (run === undefined) return found;
    const commit = run.calls.findIndex(
      ({ operation, path }) => operation === 'rename' && path.startsWith('assets/.prometeu/.journal.json.'),
    );
    if (!removals.includes(true) || (commit >= 0 && at >= commit)) continue;
    const now = run.disk.now();
    const changed = differingFiles(visibleFiles(now), yardstick.before).filter((path) => path !== 'spare.txt');
    if (run.isOk || changed.length > 0 || now.files.has(JOURNAL)) found.push(`the lock was gone before ${at}, and it went on`);
  }
}
