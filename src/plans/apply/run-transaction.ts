import { err, ok } from 'neverthrow';
import { pendingTransaction } from '../../artifacts/journal/pending-transaction.js';
import type { Journal } from '../../artifacts/journal/model.js';
import type { Failure, Outcome } from '../../diagnostics/outcome.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { Lock } from '../../ports/write-port.js';
import type { ApplyContext, StagingContext } from './apply-context.js';
import { commitJournal } from './commit-journal.js';
import { type Applied, describeApplied } from './describe-applied.js';
import { preparePlan } from './prepare-plan.js';
import { rollForward } from '../recover/roll-forward.js';
import { settleJournal } from '../recover/settle-journal.js';
import { createStagingArea } from '../stage/staging-area.js';
import type { VerifiedPlan } from '../verified-plan.js';

/** What a transaction runs on. */
export interface Transaction {
  /** What to apply, checked. */
  readonly plan: VerifiedPlan;
  /** For everything before the commit point: its reads stop at the caller's signal. */
  readonly staging: StagingContext;
  /** Reads without the caller's signal: for finishing what is committed. */
  readonly steady: ReadPort;
  /** The lock that the caller holds. */
  readonly lock: Lock;
  /** Replace outputs of a newer release. */
  readonly replaceNewer: boolean;
}

async function finish(context: ApplyContext, journal: Journal): Promise<Outcome<Applied>> {
  const rolled = await rollForward(context, journal);
  if (rolled.isOk()) return ok({ value: describeApplied('applied', journal), diagnostics: [] });
  const stop = rolled.error;
  if (stop.kind === 'conflict') return err([...stop.diagnostics, pendingTransaction(journal)]);
  const { path, operation, kind, detail } = stop.error;
  const pending = pendingTransaction(journal, { path, operation, phase: stop.phase, reason: kind, detail });
  return ok({ value: describeApplied('pending', journal), diagnostics: [pending] });
}

/**
 * The transaction of one plan, under the lock: recover, prepare, commit, roll forward. Before the commit point every
 * failure takes back what was made; after it nothing is ever undone.
 */
export async function runTransaction({ plan, staging, steady, lock, replaceNewer }: Transaction): Promise<Outcome<Applied>> {
  const { write, compute, report } = staging;
  const context: ApplyContext = { read: steady, write, compute };
  const area = createStagingArea(write);
  report({ phase: 'recover', done: 0, total: 0, unit: 'files' });
  const settled = await settleJournal(context);
  if (settled.isErr()) return err(settled.error);
  const fail = async ([first, ...rest]: Failure): Promise<Outcome<Applied>> =>
    err([first, ...rest, ...settled.value, ...(await area.discard())]);
  const prepared = await preparePlan(staging, area, plan, replaceNewer);
  if (prepared.isErr()) return fail(prepared.error);
  const { value: journal, diagnostics } = prepared.value;
  const total = journal.entries.length;
  report({ phase: 'commit', done: 0, total, unit: 'files' });
  const committed = await commitJournal(staging, area, { journal, lock, steady });
  if (committed.isErr()) return committed.error.inDoubt ? err(committed.error.failure) : fail(committed.error.failure);
  report({ phase: 'roll-forward', done: 0, total, unit: 'files' });
  const finished = await finish(context, journal);
  return finished.map(({ value, diagnostics: last }) => ({ value, diagnostics: [...settled.value, ...diagnostics, ...last] }));
}
