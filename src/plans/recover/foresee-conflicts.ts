import { err, ok } from 'neverthrow';
import type { Journal } from '../../artifacts/journal/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import type { ApplyContext } from '../apply/apply-context.js';
import { journalConflicts } from './journal-conflicts.js';
import { surveyJournal } from './survey-journal.js';

/**
 * Foresees what would stop a committed plan from being finished, by the very rules that finishing it follows. Writes
 * nothing. Has to see the workspace as it is, not through the journal.
 *
 * Codes: PLAN_RECOVERY_CONFLICT, and those of a port error where a target cannot be looked at.
 *
 * @returns the findings, none where it can be finished; Err only where looking was cancelled, or the port broke its contract.
 */
export async function foreseeConflicts(
  context: Pick<ApplyContext, 'read' | 'compute'>,
  journal: Journal,
): Promise<Observed<readonly Diagnostic[]>> {
  const surveyed = await surveyJournal(context, journal);
  if (surveyed.isOk()) return ok(journalConflicts(surveyed.value, journal.token));
  const { kind } = surveyed.error;
  const told = diagnosePortError(surveyed.error, 'journal');
  return kind === 'aborted' || kind === 'broken' ? err([told]) : ok([told]);
}
