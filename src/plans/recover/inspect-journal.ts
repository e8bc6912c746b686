import { err, ok, type Result } from 'neverthrow';
import { journalDescriptor } from '../../artifacts/journal/descriptor.js';
import type { Journal } from '../../artifacts/journal/model.js';
import { damagedJournal, type JournalRefusal, parseJournal } from '../../artifacts/journal/parse-journal.js';
import { pendingTransaction } from '../../artifacts/journal/pending-transaction.js';
import { JSON_BUDGETS } from '../../codec/json/read-json.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { JOURNAL_PATH } from '../../paths/owned-paths.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { gather } from '../../ports/gather.js';
import type { PortError } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadPort } from '../../ports/read-port.js';
import { refuseTooLarge } from '../../versioning/read-versioned-json.js';

/**
 * What the journal of a workspace says. `absent`: nothing is to be finished. `committed`: a plan is; readers look through
 * it, writers finish it first. `damaged`, `too-new`, and `unreadable`, where the port gives no content: readers go on without
 * it, writers are refused.
 */
export type JournalInspection =
  | { readonly state: 'absent'; readonly diagnostics: readonly [] }
  | { readonly state: 'committed'; readonly journal: Journal; readonly diagnostics: readonly [Diagnostic] }
  | { readonly state: 'damaged' | 'too-new' | 'unreadable'; readonly diagnostics: JournalRefusal['diagnostics'] };

function judgeError(error: PortError): Observed<JournalInspection> {
  const absent = ok({ state: 'absent', diagnostics: [] } as const);
  switch (error.kind) {
    case 'not-found':
    case 'not-a-folder': // a file stands in place of a folder above: no journal can be there
      return absent;
    case 'not-a-file':
    case 'symlink':
      if (error.path !== JOURNAL_PATH) return absent; // a folder above is no folder: whoever lists folders tells that
      return ok({ state: 'damaged', diagnostics: damagedJournal('not-a-file', '').diagnostics });
    case 'too-large': {
      const cause = refuseTooLarge(journalDescriptor, JOURNAL_PATH, JSON_BUDGETS.maxBytes);
      return ok({ state: 'damaged', diagnostics: damagedJournal('json', '', [cause]).diagnostics });
    }
    case 'aborted':
    case 'broken': // says nothing of the journal
      return err([diagnosePortError(error, 'journal')]);
    default:
      return ok({ state: 'unreadable', diagnostics: [diagnosePortError(error, 'journal')] });
  }
}

/**
 * Looks for a journal, for readers as for writers. Writes nothing.
 *
 * Codes of the inspection: PLAN_TRANSACTION_PENDING (warning), PLAN_JOURNAL_DAMAGED, VERSION_TOO_NEW, and those of a port
 * error for a journal that cannot be read.
 *
 * @returns what the journal says; Err only where the read as a whole failed, was cancelled, or the port broke its contract.
 */
export async function inspectJournal(read: ReadPort, compute: ComputePort): Promise<Observed<JournalInspection>> {
  const requests = [{ path: JOURNAL_PATH, maxBytes: JSON_BUDGETS.maxBytes }];
  const answers = await gather<Result<Journal, JournalRefusal>>('read', [JOURNAL_PATH], (visit) =>
    read.readFiles(requests, (index, answer) =>
      visit(
        index,
        answer.map(({ bytes }) => parseJournal(bytes, compute)),
      ),
    ),
  );
  if (answers.isErr()) return err([diagnosePortError(answers.error, 'journal')]);
  const parsed = answers.value[0] ?? portFailure('broken', 'read', JOURNAL_PATH);
  if (parsed.isErr()) return judgeError(parsed.error);
  if (parsed.value.isErr()) return ok({ state: parsed.value.error.reason, diagnostics: parsed.value.error.diagnostics });
  const journal = parsed.value.value;
  return ok({ state: 'committed', journal, diagnostics: [pendingTransaction(journal)] });
}
