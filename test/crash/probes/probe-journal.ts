import type { CrashSubject } from '../crash-subject.js';
import { carryOut, type CrashYardstick } from '../crash-yardstick.js';
import { differingFiles, JOURNAL, LOCK, visibleFiles, type Files } from '../visible-files.js';

function* damaged(journal: Uint8Array, stride: number): Generator<Uint8Array> {
  for (let index = 0; index < journal.length; index += stride) {
    const flipped = journal.slice();
    flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 7));
    yield flipped;
    yield journal.subarray(0, index);
  }
}

/** The last moment before anything of a committed plan is carried out: the journal stands there, and nothing else changed. */
async function committed(yardstick: CrashYardstick, subject: CrashSubject) {
  const disk = yardstick.fresh();
  await carryOut(disk, yardstick, subject);
  for (let operation = 0; operation < disk.operations(); operation += 1) {
    const [image] = disk.images({ before: operation, models: ['killed'] });
    if (image?.files.has(JOURNAL) === true) return { disk, image };
  }
  return undefined;
}

/**
 * A journal with a flipped bit, at every byte, and one cut at every length: recovery refuses it and touches nothing, or it
 * means the very same and is carried out.
 *
 * @param stride - 1 to try every byte.
 */
export async function probeJournal(yardstick: CrashYardstick, subject: CrashSubject, stride = 1): Promise<readonly string[]> {
  const start = await committed(yardstick, subject);
  const journal = start?.image.files.get(JOURNAL);
  if (start === undefined || journal === undefined) return ['nothing was committed'];
  const found: string[] = [];
  let refused = 0;
  for (const bytes of damaged(journal, stride)) {
    const image = { ...start.image, files: new Map([...start.image.files, [JOURNAL, bytes]]) };
    const disk = start.disk.mount(image);
    const recovered = await subject.recover(disk.host());
    const now = disk.now();
    const expected: Files = recovered.isErr() ? new Map([...image.files].filter(([path]) => path !== LOCK)) : yardstick.after;
    const files: Files = recovered.isErr() ? new Map([...now.files].filter(([path]) => path !== LOCK)) : visibleFiles(now);
    if (recovered.isErr()) refused += 1;
    if (differingFiles(files, expected).length > 0)
      found.push(`${new TextDecoder().decode(bytes)}: ${differingFiles(files, expected).join()}`);
  }
  return refused === 0 ? [...found, 'no damage was refused'] : found;
}
