import { err, ok } from 'neverthrow';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { inspectJournal } from '../plans/recover/inspect-journal.js';
import { readThroughJournal } from '../workspace/read-through-journal.js';
import type { ReadContext } from './read-context.js';

/** A context whose port shows the workspace as it is once a committed plan is finished. */
export interface JournalView {
  /** The context to read with. */
  readonly context: ReadContext;
  /** What there is to say of the journal; an error where it cannot be finished. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks for a journal and lets readers see through a committed one. */
export async function throughJournal(context: ReadContext): Promise<Observed<JournalView>> {
  const inspected = await inspectJournal(context.read, context.compute);
  if (inspected.isErr()) return err(inspected.error);
  const { value } = inspected;
  const read = value.state === 'committed' ? readThroughJournal(context.read, value.journal) : context.read;
  return ok({ context: { ...context, read }, diagnostics: value.diagnostics });
}
