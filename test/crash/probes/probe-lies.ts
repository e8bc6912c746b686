import { withFaults } from 'prometeu-packer/testing';
import type { CrashSubject } from '../crash-subject.js';
import { carryOut, type CrashYardstick } from '../crash-yardstick.js';
import { differingFiles, visibleFiles } from '../visible-files.js';

/** A disk that says it has put or taken away a file, and has not: what is not there is not called done. */
export async function probeLies(yardstick: CrashYardstick, subject: CrashSubject): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; ; at += 1) {
    const disk = yardstick.fresh();
    let calls = 0;
    const run = await carryOut(disk, yardstick, subject, (host) =>
      withFaults(host, (operation, path, call) => {
        calls += 1;
        const isMove = (operation === 'rename' || operation === 'remove') && !path.includes('journal.json');
        return call === at && isMove ? 'lie' : undefined;
      }),
    );
    if (run.crashed || calls <= at) return found;
    const isCalledDone = run.value.isOk() && run.value.value.value.state === 'applied';
    const different = differingFiles(visibleFiles(disk.now()), yardstick.after);
    if (isCalledDone && different.length > 0) found.push(`${at}: called done without ${different.join()}`);
  }
}
