import { err, ok } from 'neverthrow';
import type { Outcome } from '../../diagnostics/outcome.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { guardReadPort } from '../../ports/guard-read-port.js';
import { guardWritePort } from '../../ports/guard-write-port.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { WritePort } from '../../ports/write-port.js';
import { inspectJournal } from './inspect-journal.js';
import { settleJournal } from './settle-journal.js';
import { withLock } from '../apply/with-lock.js';

/** What recovery needs. */
export interface RecoverOptions {
  /** How to read and write the workspace. */
  readonly ports: { readonly read: ReadPort; readonly write: WritePort };
  /** Digests. */
  readonly compute: ComputePort;
}

/** What recovery found and did. */
export interface Recovered {
  /** `nothing-to-do`: no plan was unfinished, and nothing was written. `rolled-forward`: one was, and is finished now. */
  readonly state: 'nothing-to-do' | 'rolled-forward';
  /** The files that the finished plan named. */
  readonly targets: readonly string[];
}

const NOTHING: Recovered = { state: 'nothing-to-do', targets: [] };

/**
 * Finishes a plan that was committed and not finished, if there is one. What was never committed left the workspace as it
 * was. Run twice, the second time writes nothing.
 *
 * Codes: PLAN_LOCKED, PLAN_JOURNAL_DAMAGED, VERSION_TOO_NEW (of the journal), PLAN_RECOVERY_CONFLICT, PLAN_IO_FAILED;
 * PLAN_TRANSACTION_PENDING and PLAN_LOCK_NOT_RELEASED (warnings), PLAN_RECOVERED (info).
 */
export async function recover({ ports, compute }: RecoverOptions): Promise<Outcome<Recovered>> {
  const read = guardReadPort(ports.read);
  const write = guardWritePort(ports.write);
  const inspected = await inspectJournal(read, compute);
  if (inspected.isErr()) return err(inspected.error);
  if (inspected.value.state === 'absent') return ok({ value: NOTHING, diagnostics: [] });
  return withLock<Recovered>(write, async () => {
    const settled = await settleJournal({ read, write, compute });
    return settled.map((diagnostics) => {
      const [recovered] = diagnostics;
      return { value: recovered === undefined ? NOTHING : { state: 'rolled-forward', targets: recovered.data.targets }, diagnostics };
    });
  });
}
