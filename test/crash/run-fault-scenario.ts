import type { Diagnostic, PortOperation } from 'prometeu-packer';
import { countHandles, withFaults, type CrashDisk, type PortFault } from 'prometeu-packer/testing';
import type { CrashScenario } from './crash-scenario.js';
import type { CrashSubject } from './crash-subject.js';
import { carryOut, takeYardstick, type CrashYardstick } from './crash-yardstick.js';
import { judgeImage, type ImageVerdict } from './judge-image.js';
import { differingFiles, passingFiles, visibleFiles } from './visible-files.js';

/** What goes wrong, and where. */
export interface InjectedFault {
  /** What. */
  readonly fault: PortFault;
  /** At which operation. */
  readonly at: number;
  /** Whether at every later one too. */
  readonly isSticky: boolean;
}

/** Something that did not hold where an operation failed. */
export interface FaultViolation extends InjectedFault {
  /** The scenario. */
  readonly scenario: string;
  /** What was found. */
  readonly found: string;
}

/** What came of one scenario. */
export interface FaultResult {
  /** How often an operation was made to fail. */
  readonly runs: number;
  /** What did not hold. */
  readonly violations: readonly FaultViolation[];
  /** How the runs answered, with the first code of each: shows that faults were met in every phase. */
  readonly answers: ReadonlySet<string>;
}

/** What to try. */
export interface FaultOptions {
  /** What is put to the test. */
  readonly subject: CrashSubject;
  /** What goes wrong. */
  readonly faults: readonly PortFault[];
  /** Whether the first violation is enough. */
  readonly stopsEarly: boolean;
}

/** Images that are judged of each disk that was left, as if the power failed then. */
const MOST_IMAGES = 4;

/** How a run ended in which an operation failed. */
interface FaultyRun extends InjectedFault {
  readonly disk: CrashDisk;
  readonly failed: { readonly operation: PortOperation; readonly path: string };
  /** Handles and locks that were not given back. */
  readonly open: number;
  readonly isOk: boolean;
  readonly state: string;
  readonly diagnostics: readonly Diagnostic[];
}

async function runWith(injected: InjectedFault, yardstick: CrashYardstick, subject: CrashSubject): Promise<FaultyRun | null> {
  const { fault, at, isSticky } = injected;
  const disk = yardstick.fresh();
  const hits: FaultyRun['failed'][] = [];
  const opens: (() => number)[] = [];
  const run = await carryOut(disk, yardstick, subject, (host) => {
    const faulty = withFaults(host, (operation, path, call) => {
      if (isSticky ? call < at : call !== at) return undefined;
      hits.push({ operation, path });
      return fault;
    });
    const { ports, open } = countHandles(faulty);
    opens.push(open);
    return ports;
  });
  const [failed] = hits;
  if (run.crashed || failed === undefined) return null;
  const open = opens.reduce((sum, count) => sum + count(), 0);
  const [state, diagnostics] = run.value.match(
    ({ value, diagnostics: told }) => [value.state, told] as const,
    (failure) => ['failed', failure as readonly Diagnostic[]] as const,
  );
  return { ...injected, disk, failed, open, isOk: run.value.isOk(), state, diagnostics };
}

function reasonOf(fault: PortFault): string {
  return fault === 'lost-answer' ? 'io' : fault === 'nonsense' || fault === 'twice' ? 'broken' : fault;
}

/** What is wrong with the answer and with what stands there at once, before anything is recovered. */
function* findAnswerFaults(
  { disk, fault, isSticky, failed, open, isOk, diagnostics }: FaultyRun,
  yardstick: CrashYardstick,
): Generator<string> {
  const codes = new Set<string>(diagnostics.map(({ code }) => code));
  if (fault === 'short-write' && !isOk) yield 'a short write was not carried on';
  if (open > 0) yield `${open} handles or locks are out`;
  if (isOk && diagnostics.some(({ severity }) => severity === 'error')) yield 'Ok with an error';
  const [first] = diagnostics;
  if (!isSticky && first?.code === 'PLAN_IO_FAILED') {
    const { operation, path, reason } = first.data as { readonly operation: string; readonly path: string; readonly reason: string };
    const isNamed = operation === failed.operation && (path === failed.path || path === '') && reason === reasonOf(fault);
    if (!isNamed) yield `told ${operation} ${path} ${reason} of ${failed.operation} ${failed.path}`;
  }
  if (isOk || codes.has('PLAN_TRANSACTION_PENDING')) return;
  const now = disk.now();
  const started = yardstick.fresh().now();
  const changed = differingFiles(visibleFiles(now), visibleFiles(started));
  if (changed.length > 0 && !codes.has('PLAN_RECOVERED')) yield `nothing is committed, but changed: ${changed.join(', ')}`;
  const isLockUnclear = codes.has('PLAN_LOCK_NOT_RELEASED') || (failed.operation === 'lock' && fault === 'lost-answer');
  const left = passingFiles(now).filter((path) => !started.files.has(path) && !(path.endsWith('/lock') && isLockUnclear));
  if (left.length > 0 && !codes.has('PLAN_STAGED_FILE_LEFT')) yield `left, and not told: ${left.join(', ')}`;
}

/** What may be found once everything is recovered, whatever a power cut takes then. */
function allowedOutcomes({ isOk, diagnostics }: FaultyRun, { plan }: CrashYardstick): readonly ImageVerdict['outcome'][] {
  if (isOk || plan === null) return ['after'];
  return diagnostics.some(({ code }) => code === 'PLAN_TRANSACTION_PENDING') ? ['before', 'after'] : ['before'];
}

/**
 * Makes each operation of a scenario fail, once and from there on, in each way: what is seen is before or after, as the
 * answer says, nothing is out, and what was staged is gone or swept by the next change; then the power fails, and every
 * invariant of a crash holds besides.
 */
export async function runFaultScenario(scenario: CrashScenario, { subject, faults, stopsEarly }: FaultOptions): Promise<FaultResult> {
  const yardstick = await takeYardstick(scenario, subject);
  const never: InjectedFault = { fault: 'io', at: -1, isSticky: false };
  if (typeof yardstick === 'string')
    return { runs: 0, violations: [{ ...never, scenario: scenario.name, found: yardstick }], answers: new Set() };
  const violations: FaultViolation[] = [];
  const answers = new Set<string>();
  const verdicts = new Map<string, ImageVerdict>();
  const judgement = { yardstick, subject, recovered: new Map() };
  let runs = 0;
  for (const fault of faults) {
    for (const isSticky of [false, true]) {
      for (let at = 0; ; at += 1) {
        const run = await runWith({ fault, at, isSticky }, yardstick, subject);
        if (run === null || (stopsEarly && violations.length > 0)) break;
        runs += 1;
        answers.add(`${run.state} ${run.diagnostics[0]?.code ?? ''}`.trim());
        const note = (found: string): void => void violations.push({ scenario: scenario.name, fault, at, isSticky, found });
        for (const found of findAnswerFaults(run, yardstick)) note(found);
        const allowed = allowedOutcomes(run, yardstick);
        for (const image of run.disk.images({ most: MOST_IMAGES })) {
          const verdict = verdicts.get(image.digest) ?? (await judgeImage(run.disk, image, judgement));
          verdicts.set(image.digest, verdict);
          for (const { invariant, found } of verdict.faults) note(`${image.model} ${invariant}: ${found}`);
          if (!verdict.isUnresolvable && !allowed.includes(verdict.outcome)) note(`${image.model}: ${verdict.outcome} after ${run.state}`);
        }
      }
    }
  }
  return { runs, violations, answers };
}
