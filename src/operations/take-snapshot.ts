import { err, ok } from 'neverthrow';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import type { JournalInspection } from '../plans/recover/inspect-journal.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { readRememberedSnapshot } from '../workspace/read-snapshot.js';
import { type Recall, recallNothing } from '../workspace/recall.js';
import type { SnapshotMemory } from '../workspace/snapshot-memory.js';
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

/** A snapshot with what a later one may take from it. */
export interface RetakenSnapshot extends TakenSnapshot {
  /** What only a later reading needs. */
  readonly memory: SnapshotMemory;
  /** What there is to say of the journal. */
  readonly journal: readonly Diagnostic[];
  /** What the journal says. */
  readonly journalState: JournalInspection['state'];
  /** Whether files were looked at through a committed journal. */
  readonly seesThrough: boolean;
}

/**
 * Reads a workspace as it is after a committed journal, taking what it may from an earlier reading.
 *
 * @param recall - says what may be taken, once it is known whether files are looked at through a journal.
 */
export async function retakeSnapshot(given: ReadContext, recall: (seesThrough: boolean) => Recall): Promise<Observed<RetakenSnapshot>> {
  const view = await throughJournal(given);
  if (view.isErr()) return err(view.error);
  const { context, diagnostics: journal, state: journalState } = view.value;
  const seesThrough = context.read !== given.read;
  const read = await readRememberedSnapshot(context.read, context, recall(seesThrough));
  if (read.isErr()) return err([diagnosePortError(read.error, 'workspace')]);
  const { snapshot, memory } = read.value;
  const diagnostics = [...journal, ...snapshot.diagnostics].sort(compareDiagnostics);
  const blocked = snapshot.blocked || hasErrors(journal);
  return ok({ snapshot: { ...snapshot, diagnostics, blocked }, context, memory, journal, journalState, seesThrough });
}

/**
 * Reads a workspace as it is after a committed journal, if there is one, and tells of it. A journal that cannot be
 * finished blocks every plan.
 */
export async function takeSnapshot(given: ReadContext): Promise<Observed<TakenSnapshot>> {
  return (await retakeSnapshot(given, () => recallNothing({ keeps: false }))).map(({ snapshot, context }) => ({ snapshot, context }));
}
