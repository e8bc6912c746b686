import { err, ok, type Result } from 'neverthrow';
import type { Journal } from '../../artifacts/journal/model.js';
import { pendingTransaction } from '../../artifacts/journal/pending-transaction.js';
import { serializeJournal } from '../../artifacts/journal/serialize-journal.js';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { CONTROL_FOLDER, JOURNAL_PATH, LOCK_PATH } from '../../paths/owned-paths.js';
import type { PortError } from '../../ports/port-error.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { Lock } from '../../ports/write-port.js';
import type { StagingContext } from './apply-context.js';
import { checkSignal } from './check-signal.js';
import { inspectJournal } from '../recover/inspect-journal.js';
import { ioFailure } from './io-failure.js';
import { stageBytes } from '../stage/stage-bytes.js';
import type { StagingArea } from '../stage/staging-area.js';

/** Why a plan was not committed, or is not known to be. */
export interface CommitFailure {
  /** The journal may stand in its place: nothing that was staged may be taken away. */
  readonly inDoubt: boolean;
  /** The findings. */
  readonly failure: Failure;
}

async function checkLock(lock: Lock): Promise<Result<void, Failure>> {
  const held = await lock.check();
  if (held.isOk()) return ok();
  if (held.error.kind !== 'lost') return err(ioFailure('commit', held.error));
  const data = { path: LOCK_PATH, detail: held.error.detail };
  return err([diagnose('PLAN_LOCK_LOST', { artifact: 'workspace', location: { kind: 'file', file: LOCK_PATH }, data })]);
}

/** Whether a journal stands in its place, or that cannot be told, after a rename that answered an error. */
async function mayStand({ compute }: StagingContext, steady: ReadPort): Promise<boolean> {
  const inspected = await inspectJournal(steady, compute);
  return inspected.isErr() || inspected.value.state !== 'absent';
}

/**
 * Commits a plan: writes its journal beside its place, makes sure once more that the lock is ours and nobody cancelled,
 * and renames it. That rename is the commit point; flushed, it survives a power cut.
 *
 * @param steady - reads without the caller's signal.
 */
export async function commitJournal(
  context: StagingContext,
  area: StagingArea,
  { journal, lock, steady }: { readonly journal: Journal; readonly lock: Lock; readonly steady: ReadPort },
): Promise<Result<void, CommitFailure>> {
  const before = (failure: Failure): CommitFailure => ({ inDoubt: false, failure });
  const doubtful = (error: PortError): CommitFailure => ({
    inDoubt: true,
    failure: [...ioFailure('commit', error), pendingTransaction(journal)],
  });
  const { write, compute, token, signal } = context;
  const staged = await stageBytes(context, area, JOURNAL_PATH, new TextEncoder().encode(serializeJournal(journal, compute)));
  if (staged.isErr()) return err(before(staged.error));
  const open = checkSignal(signal, 'commit');
  if (open.isErr()) return err(before(open.error));
  const held = await checkLock(lock);
  if (held.isErr()) return err(before(held.error));
  const renamed = await write.rename(stagedPath(JOURNAL_PATH, token), JOURNAL_PATH);
  if (renamed.isErr()) {
    return err((await mayStand(context, steady)) ? doubtful(renamed.error) : before(ioFailure('commit', renamed.error)));
  }
  return (await write.syncFolder(CONTROL_FOLDER)).mapErr(doubtful);
}
