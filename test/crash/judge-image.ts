import type { CrashDisk, CrashImage } from 'prometeu-packer/testing';
import { buildFiles } from './build-files.js';
import type { CrashSubject } from './crash-subject.js';
import type { CrashInvariant } from './crash-violation.js';
import { carryOut, type CrashYardstick } from './crash-yardstick.js';
import { findIdentityFault } from './find-identity-fault.js';
import { seenByReaders } from './seen-by-readers.js';
import { differingFiles, isSameBytes, JOURNAL, LOCK, passingFiles, visibleFiles, type Files } from './visible-files.js';

/** What became of a workspace after a crash. */
export interface ImageVerdict {
  /** What is seen once it is recovered: null where it is neither before nor after, or recovery fails. */
  readonly outcome: 'before' | 'after' | null;
  /** Whether it is one that nobody can resolve, as the scenario says. */
  readonly isUnresolvable: boolean;
  /** Operations that recovery takes. */
  readonly operations: number;
  /** What does not hold. */
  readonly faults: readonly { readonly invariant: CrashInvariant; readonly found: string }[];
}

function outcomeOf(seen: Files, { before, after }: CrashYardstick): ImageVerdict['outcome'] {
  if (differingFiles(seen, after).length === 0) return 'after';
  return differingFiles(seen, before).length === 0 ? 'before' : null;
}

/** The same change once more, by the same plan or, where it is done already, by a new one. */
async function findFaultAgain(disk: CrashDisk, yardstick: CrashYardstick, outcome: 'before' | 'after', subject: CrashSubject) {
  const { scenario } = yardstick;
  const planned = outcome === 'before' || scenario.plan === null ? null : await scenario.plan(disk.host());
  if (planned?.isErr() === true) return `it cannot be planned: ${planned.error.map(({ code }) => code).join()}`;
  const plan = planned?.isOk() === true ? planned.value.value : yardstick.plan;
  const run = await carryOut(disk, { scenario, plan }, subject);
  if (run.crashed) return 'it crashed by itself';
  if (run.value.isErr()) return run.value.error.map(({ code }) => code).join();
  const end = disk.now();
  const different = differingFiles(visibleFiles(end), yardstick.after).filter((path) => outcome === 'before' || !path.includes('/undo/'));
  const sweeps = plan !== null && plan.edits.length > 0; // else a dead owner's lock, and what was staged, may stay till the next change
  const left = passingFiles(end).filter((path) => sweeps || path === JOURNAL);
  return different.length + left.length === 0 ? null : `differs or stays: ${[...different, ...left].join(', ')}`;
}

type Fault = ImageVerdict['faults'][number];

/** Judges a workspace after its recovery: identity, what it builds, and a second try. */
async function judgeRecovered(
  disk: CrashDisk,
  left: CrashImage,
  outcome: 'before' | 'after',
  { yardstick, subject }: Judgement,
): Promise<readonly Fault[]> {
  const { before, after, builds } = yardstick;
  const faults: Fault[] = [];
  const identity = findIdentityFault(visibleFiles(left), before, after);
  if (identity !== null) faults.push({ invariant: 'identity', found: identity });
  const built = differingFiles(await buildFiles(left.files), builds[outcome]);
  if (built.length > 0) faults.push({ invariant: 'derived', found: built.join(', ') });
  const again = await findFaultAgain(disk.mount(left), yardstick, outcome, subject);
  if (again !== null) faults.push({ invariant: 'again', found: again });
  return faults;
}

/** What images are judged by, and what is known of workspaces after their recovery: many images lead to few. */
export interface Judgement {
  /** What the scenario does without a crash. */
  readonly yardstick: CrashYardstick;
  /** What is put to the test. */
  readonly subject: CrashSubject;
  /** Faults by the digest of the workspace. */
  readonly recovered: Map<string, readonly Fault[]>;
}

/**
 * Judges what recovery, readers, a build and a second try make of an image.
 *
 * @param disk - where the image was taken.
 */
export async function judgeImage(disk: CrashDisk, image: CrashImage, judgement: Judgement): Promise<ImageVerdict> {
  const { yardstick, subject } = judgement;
  const { before, after, untouched } = yardstick;
  const faults: Fault[] = [];
  const note = (invariant: CrashInvariant, found: string): void => void faults.push({ invariant, found });
  const changed = [...untouched].filter(([path, bytes]) => image.files.get(path) !== bytes).map(([path]) => path);
  if (changed.length > 0) note('untouched', changed.join(', '));

  const reading = disk.mount(image);
  const seen = await seenByReaders(reading.host(), [...new Set([...before.keys(), ...after.keys()])]);
  if (reading.now().digest !== image.digest) note('readers', 'reading writes');

  const mounted = disk.mount(image);
  const recovered = await subject.recover(mounted.host());
  const operations = mounted.operations();
  const isUnresolvable = yardstick.scenario.unresolvable?.isOne(image) ?? false;
  if (isUnresolvable) {
    const isTold = recovered.isErr() && recovered.error.some(({ code }) => code === 'PLAN_RECOVERY_CONFLICT');
    if (!isTold) note('told', 'no conflict');
    const lost = [...image.files].filter(([path, bytes]) => path !== LOCK && !isSameBytes(mounted.now().files.get(path), bytes));
    if (lost.length > 0) note('all-or-nothing', `lost: ${lost.map(([path]) => path).join()}`);
    return { outcome: null, isUnresolvable, operations, faults };
  }
  if (recovered.isErr()) {
    note('told', recovered.error.map(({ code }) => code).join());
    return { outcome: null, isUnresolvable, operations, faults };
  }
  const left = mounted.now();
  const { value, diagnostics } = recovered.value;
  const didFinish = value.state === 'rolled-forward';
  const isTold = didFinish === diagnostics.some(({ code }) => code === 'PLAN_RECOVERED');
  if (!isTold || didFinish !== image.files.has(JOURNAL)) note('told', value.state);
  if (left.files.has(JOURNAL) || (left.files.has(LOCK) && didFinish)) note('clean', 'journal or lock stays');
  const second = await subject.recover(mounted.host());
  if (second.isErr() || second.value.value.state !== 'nothing-to-do' || mounted.now().digest !== left.digest) {
    note('clean', 'a second recovery does something');
  }

  const visible = visibleFiles(left);
  const outcome = outcomeOf(visible, yardstick);
  if (outcome === null) {
    note(
      'all-or-nothing',
      `neither before (${differingFiles(visible, before).join()}) nor after (${differingFiles(visible, after).join()})`,
    );
    return { outcome, isUnresolvable, operations, faults };
  }
  if (differingFiles(seen, visible).length > 0) note('readers', differingFiles(seen, visible).join(', '));
  const known = judgement.recovered.get(left.digest) ?? (await judgeRecovered(mounted, left, outcome, judgement));
  judgement.recovered.set(left.digest, known);
  return { outcome, isUnresolvable, operations, faults: [...faults, ...known] };
}
