import type { CrashSubject } from '../crash-subject.js';
import type { CrashYardstick } from '../crash-yardstick.js';
import { differingFiles, isSameBytes, JOURNAL, visibleFiles, type Files } from '../visible-files.js';
import { disturb, EDITED, pathOf, type DisturbedRun } from './disturb.js';

function isStagedFor(path: string, target: string): boolean {
  const folder = target.slice(0, target.lastIndexOf('/') + 1);
  return path.startsWith(`${folder}.${target.slice(folder.length)}.`);
}

/** The first operation after the edit that puts the plan's content in the place of the edited file, or takes it away. */
function overwriteAt({ calls }: DisturbedRun, target: string, edit: number): number {
  return calls.findIndex(
    ({ operation, path }, call) =>
      call >= edit && ((operation === 'rename' && isStagedFor(path, target)) || (operation === 'remove' && path === target)),
  );
}

function commitAt({ calls }: DisturbedRun): number {
  return calls.findIndex(({ operation, path }) => operation === 'rename' && isStagedFor(path, JOURNAL));
}

function* judge(run: DisturbedRun, target: string, edit: number, { before, after }: CrashYardstick): Generator<string> {
  const seen: Files = visibleFiles(run.disk.now());
  const others = (files: Files): Files => new Map([...files].filter(([path]) => path !== target && path !== 'spare.txt'));
  const wasReadBy = (end: number): boolean =>
    run.calls.some(({ operation, path }, call) => call >= edit && call < end && operation === 'read' && path === target);
  const overwritten = overwriteAt(run, target, edit);
  const commit = commitAt(run);
  const isKept = isSameBytes(seen.get(target), EDITED);
  if (!isKept && (overwritten < 0 || wasReadBy(overwritten))) yield 'an edit that could be seen was overwritten';
  const lastFlush = run.calls.findLastIndex(({ operation }, call) => operation === 'sync-folder' && call < commit);
  if (isKept && commit > edit && (wasReadBy(commit) || edit <= lastFlush))
    yield 'it committed over an edit that was there before the last look';
  if (isKept && run.isOk && overwritten < 0 && commit > edit) yield 'Ok, and the file is another';
  const isPending = run.codes.has('PLAN_TRANSACTION_PENDING');
  const outcome = run.isOk ? after : before;
  if (!isPending && differingFiles(others(seen), others(outcome)).length > 0)
    yield `the rest is between: ${differingFiles(others(seen), others(outcome)).join()}`;
}

/**
 * X12, X16: somebody saves a file in the middle, before each operation. An edit that stood there when the file was looked
 * at last is kept, and before the commit point it stops the plan with nothing changed; after it, recovery keeps it too.
 */
export async function probeEdits(yardstick: CrashYardstick, subject: CrashSubject): Promise<readonly string[]> {
  const found: string[] = [];
  const targets = differingFiles(yardstick.before, yardstick.after).filter(
    (path) => yardstick.before.has(path) && !path.startsWith('build/') && !path.includes('/undo/'),
  );
  for (const target of targets) {
    for (let edit = 0; ; edit += 1) {
      const run = await disturb(yardstick, subject, edit, (other, spare) => void other.write.rename(spare, pathOf(target)));
      if (run === undefined) break;
      for (const fault of judge(run, target, edit, yardstick)) found.push(`${target} before ${edit}: ${fault}`);
      const now = run.disk.now();
      if (!isSameBytes(now.files.get(target), EDITED)) continue;
      const mounted = run.disk.mount(now);
      const recovered = await subject.recover(mounted.host());
      const isLeft = isSameBytes(mounted.now().files.get(target), EDITED);
      if (!isLeft || recovered.isErr() !== now.files.has(JOURNAL)) found.push(`${target} before ${edit}: recovery does not keep the edit`);
    }
  }
  return found;
}
