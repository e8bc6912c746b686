import { err, ok } from 'neverthrow';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import type { Observed } from '../diagnostics/outcome.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { readSnapshot } from '../workspace/read-snapshot.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { ReadContext } from './read-context.js';
import { throughJournal } from './through-journal.js';

/** A snapshot, and the context that it was read with: whatever is read besides has to be read with it too. */
export interface TakenSnapshot {
  /** The snapshot. */
  readonly snapshot: WorkspaceSnapshot;
  /** Shows the workspace as it is after a committed journal. */
  readonly context: ReadContext;
}

/**
 * Reads a workspace as it is after a committed journal, if there is one, and tells of it. A journal that cannot be
 * finished blocks every plan.
 */
export async function takeSnapshot(given: ReadContext): Promise<Observed<TakenSnapshot>> {
  const view = await throughJournal(given);
  if (view.isErr()) return err(view.error);
  const { context } = view.value;
  const read = await readSnapshot(context.read, context);
  if (read.isErr()) return err([diagnosePortError(read.error, 'workspace')]);
  const diagnostics = [...view.value.diagnostics, ...read.value.diagnostics].sort(compareDiagnostics);
  const blocked = read.value.blocked || hasErrors(view.value.diagnostics);
  return ok({ snapshot: { ...read.value, diagnostics, blocked }, context });
}
