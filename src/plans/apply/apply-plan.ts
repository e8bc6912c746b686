import { err, ok } from 'neverthrow';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import { isStagingToken } from '../../paths/staged-names.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { guardReadPort } from '../../ports/guard-read-port.js';
import { guardWritePort } from '../../ports/guard-write-port.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { WritePort } from '../../ports/write-port.js';
import type { ApplyProgress } from './apply-context.js';
import { checkConsent, type PlanConsent } from './check-consent.js';
import { type Applied, describeApplied } from './describe-applied.js';
import type { Plan } from '../plan.js';
import type { VerifiedPlan } from '../verified-plan.js';
import { type OwnPlan, verifyOwnPlan } from '../verify-own-plan.js';
import { runTransaction } from './run-transaction.js';
import { verifyPlanShape } from '../verify-plan-shape.js';
import { withLock } from './with-lock.js';

/** How a plan is applied. */
export interface ApplyOptions {
  /** How to read and write the workspace. */
  readonly ports: { readonly read: ReadPort; readonly write: WritePort };
  /** Digests. */
  readonly compute: ComputePort;
  /** Gives the token in the names of staged files: 8 to 32 random lower-case hexadecimal digits, others at each call. */
  readonly token: () => string;
  /** Cancels; honoured up to the commit point, without effect after it. */
  readonly signal?: AbortSignal | undefined;
  /** Replace an archive and companions that a newer release wrote. */
  readonly replaceNewer?: boolean;
  /** What a person agrees to. */
  readonly consent?: PlanConsent;
  /** Told how far the plan has come. What it throws or rejects with is ignored, and nothing waits for it. */
  readonly onProgress?: (progress: ApplyProgress) => void;
}

/** The archive and its three companions. */
const FILES_OF_BUILD = 4;

function countTargets({ edits }: Plan): number {
  return edits.reduce((count, { kind }) => count + (kind === 'compose' ? FILES_OF_BUILD : 1), 0);
}

function reporter(onProgress: ApplyOptions['onProgress'] = () => undefined): (progress: ApplyProgress) => void {
  return (progress) => {
    try {
      const answer: unknown = onProgress(progress); // a promise where the listener is async
      Promise.resolve(answer).catch(() => undefined);
    } catch {
      // a listener's fault is none of the plan's
    }
  };
}

async function applyVerified(verified: Outcome<VerifiedPlan>, options: ApplyOptions): Promise<Outcome<Applied>> {
  if (verified.isErr()) return err(verified.error);
  const plan = verified.value.value;
  const { ports, compute, signal, replaceNewer = false } = options;
  if (plan.edits.length === 0) {
    return ok({ value: describeApplied('nothing-to-do', { plan_digest: plan.digest, entries: [] }), diagnostics: [] });
  }
  const consented = checkConsent(plan, options.consent);
  if (consented.isErr()) return err(consented.error);
  const location = { kind: 'workspace' } as const;
  const targets = countTargets(plan);
  if (targets > 1 && !ports.write.capabilities.atomicReplace) {
    return err([diagnose('PLAN_NEEDS_ATOMIC_REPLACE', { artifact: 'plan', location, data: { targets } })]);
  }
  const token = options.token();
  if (!isStagingToken(token)) return err([diagnose('PLAN_TOKEN_REFUSED', { artifact: 'plan', location, data: { found: token } })]);

  const write = guardWritePort(ports.write);
  const steady = guardReadPort(ports.read);
  const read = guardReadPort(ports.read, signal && { signal });
  const report = reporter(options.onProgress);
  const staging = { read, write, compute, token, signal, report };
  report({ phase: 'lock', done: 0, total: targets, unit: 'files' });
  return withLock(write, (lock) => runTransaction({ plan, staging, steady, lock, replaceNewer }));
}

/**
 * Applies a plan: the one way to the write port. All of its files change, or none: lock, recover, recheck everything the
 * plan was made for, stage beside the targets, flush, read back, commit by one rename, roll forward. An error before the
 * commit point leaves everything as it was; after it the plan is finished now or by the next apply, never undone. An edit
 * that someone else made meanwhile is never overwritten. A plan without edits looks at nothing, not even at what an earlier
 * plan left unfinished: `recover` does that.
 *
 * Codes: PLAN_MALFORMED, PLAN_TARGET_NOT_ALLOWED, PLAN_DIGEST_MISMATCH, PLAN_CONSENT_MISSING, PLAN_CONSENT_UNKNOWN,
 * PLAN_NEEDS_ATOMIC_REPLACE, PLAN_TOKEN_REFUSED, PLAN_LOCKED, PLAN_STALE, PLAN_TARGET_NEWER, PLAN_IO_FAILED,
 * PLAN_READ_BACK_MISMATCH, PLAN_CANCELLED, PLAN_LOCK_LOST, PLAN_RECOVERY_CONFLICT, PLAN_JOURNAL_DAMAGED, VERSION_TOO_NEW
 * (of a journal), those of the archive; warnings PLAN_TRANSACTION_PENDING, PLAN_STAGED_FILE_LEFT, PLAN_LOCK_NOT_RELEASED;
 * info PLAN_RECOVERED. Of a plan to undo also UNDO_NOT_RECORDED, UNDO_NOTHING, UNDO_DAMAGED, UNDO_TOO_NEW.
 *
 * @param value - the very plan that was previewed; it may have been through JSON meanwhile.
 */
export async function applyPlan(value: unknown, options: ApplyOptions): Promise<Outcome<Applied>> {
  return applyVerified(verifyPlanShape(value, options.compute), options);
}

/** Applies a plan of a build that was just made here, just as {@link applyPlan} applies it. */
export async function applyOwnPlan(plan: OwnPlan, options: ApplyOptions): Promise<Outcome<Applied>> {
  return applyVerified(verifyOwnPlan(plan, options.compute), options);
}
