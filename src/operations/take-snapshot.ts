import { err, ok } from 'neverthrow';
import { inspectJournal } from '../plans/inspect-journal.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import type { Observed } from '../diagnostics/outcome.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { readSnapshot } from '../workspace/read-snapshot.js';
import { readThroughJournal } from '../workspace/read-through-journal.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { ReadContext } from './read-context.js';

/**
 * Reads a workspace as it is after a committed journal, if there is one, and tells of it. A journal that cannot be
 * finished blocks every plan.
 */
export async function takeSnapshot(context: ReadContext): Promise<Observed<WorkspaceSnapshot>> {
  const inspected = await inspectJournal(context.read, context.compute);
  if (inspected.isErr()) return err(inspected.error);
  const journal = inspected.value;
  const read = journal.state === 'committed' ? readThroughJournal(context.read, journal.journal) : context.read;
  const snapshot = await readSnapshot(read, context);
  if (snapshot.isErr()) return err([diagnosePortError(snapshot.error, 'workspace')]);
  const diagnostics = [...journal.diagnostics, ...snapshot.value.diagnostics].sort(compareDiagnostics);
  return ok({ ...snapshot.value, diagnostics, blocked: snapshot.value.blocked || hasErrors(journal.diagnostics) });
}
