import type { CrashSubject } from '../crash-subject.js';
import type { CrashYardstick } from '../crash-yardstick.js';
import { differingFiles, visibleFiles } from '../visible-files.js';
import { disturb, pathOf } from './disturb.js';

/**
 * Everything that was read to make a plan is another by the time it is applied, one after the other: each file with other
 * bytes, each folder with one more file. The plan is refused, and nothing is changed.
 */
export async function probePreconditions(yardstick: CrashYardstick, subject: CrashSubject): Promise<readonly string[]> {
  const { files, heads, folders } = yardstick.plan?.preconditions ?? { files: [], heads: [], folders: [] };
  const found: string[] = [];
  const paths = [
    ...[...files, ...heads].map(({ path }) => path).filter((path) => yardstick.before.has(path)),
    ...folders.flatMap(({ path, listing }) => (listing === null || path === '' ? [] : [`${path}/one more.txt`])),
  ];
  for (const path of paths) {
    const run = await disturb(yardstick, subject, 0, (other, spare) => void other.write.rename(spare, pathOf(path)));
    if (run === undefined) continue;
    const changed = differingFiles(visibleFiles(run.disk.now()), yardstick.before).filter((file) => file !== path);
    if (run.isOk) found.push(`${path} is another, and the plan was applied`);
    else if (changed.length > 0) found.push(`${path} is another, and these were changed: ${changed.join()}`);
  }
  return found;
}
