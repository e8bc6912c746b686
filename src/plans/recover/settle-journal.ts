import { err, ok, type Result } from 'neverthrow';
import { pendingTransaction } from '../../artifacts/journal/pending-transaction.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { CONTROL_FOLDER, JOURNAL_PATH } from '../../paths/owned-paths.js';
import type { ApplyContext } from '../apply/apply-context.js';
import { inspectJournal } from './inspect-journal.js';
import { ioFailure } from '../apply/io-failure.js';
import { rollForward } from './roll-forward.js';

/**
 * Finishes what an earlier plan left, before anything else is written. The caller holds the lock.
 *
 * A journal that is damaged, of a newer release or not to be read, and a conflict stop it, and nothing is touched.
 *
 * Codes: PLAN_JOURNAL_DAMAGED, VERSION_TOO_NEW, those of a port error for a journal that cannot be read;
 * PLAN_RECOVERY_CONFLICT, PLAN_IO_FAILED, with PLAN_TRANSACTION_PENDING beside them.
 *
 * @returns PLAN_RECOVERED where there was something to finish, nothing where not.
 */
export async function settleJournal(context: ApplyContext): Promise<Result<readonly Diagnostic<'PLAN_RECOVERED'>[], Failure>> {
  const inspected = await inspectJournal(context.read, context.compute);
  if (inspected.isErr()) return err(inspected.error);
  const found = inspected.value;
  if (found.state === 'absent') return ok([]);
  if (found.state !== 'committed') return err(found.diagnostics);
  const { journal } = found;
  const synced = await context.write.syncFolder(CONTROL_FOLDER); // its writer may have died before it was durable
  if (synced.isErr()) return err([...ioFailure('recover', synced.error), pendingTransaction(journal)]);
  const rolled = await rollForward(context, journal);
  if (rolled.isErr()) {
    const stop = rolled.error;
    const causes = stop.kind === 'conflict' ? stop.diagnostics : ioFailure(stop.phase, stop.error);
    return err([...causes, pendingTransaction(journal)]);
  }
  const targets = journal.entries.map(({ target }) => target);
  return ok([diagnose('PLAN_RECOVERED', { artifact: 'journal', location: { kind: 'file', file: JOURNAL_PATH }, data: { targets } })]);
}
