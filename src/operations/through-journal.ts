import { err, ok } from 'neverthrow';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { foreseeConflicts } from '../plans/recover/foresee-conflicts.js';
import { inspectJournal, type JournalInspection } from '../plans/recover/inspect-journal.js';
import { readThroughJournal } from '../workspace/read-through-journal.js';
import type { ReadContext } from './read-context.js';

/** A context whose port shows the workspace as it is once a committed plan is finished. */
export interface JournalView {
  /** The context to read with. */
  readonly context: ReadContext;
  /** What there is to say of the journal; an error where it cannot be finished. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the journal says. */
  readonly state: JournalInspection['state'];
}

/** Looks for a journal, foresees whether it can be finished, and lets readers see through a committed one. */
export async function throughJournal(context: ReadContext): Promise<Observed<JournalView>> {
  const inspected = await inspectJournal(context.read, context.compute);
  if (inspected.isErr()) return err(inspected.error);
  const { value } = inspected;
  const { state } = value;
  if (state !== 'committed') return ok({ context, diagnostics: value.diagnostics, state });
  const conflicts = await foreseeConflicts(context, value.journal);
  if (conflicts.isErr()) return err(conflicts.error);
  const read = readThroughJournal(context.read, value.journal);
  return ok({ context: { ...context, read }, diagnostics: [...value.diagnostics, ...conflicts.value], state });
}
