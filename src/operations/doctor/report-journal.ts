import { journalDescriptor } from '../../artifacts/journal/descriptor.js';
import type { DiagnosticData } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import { JOURNAL_PATH } from '../../paths/owned-paths.js';
import { hasCode } from '../../plans/apply/has-code.js';
import type { JournalInspection } from '../../plans/recover/inspect-journal.js';
import { classifyRefusal, classifyUnread } from '../../versioning/classify-refusal.js';
import { type ArtifactReport, artifactReport, type JournalState } from './artifact-report.js';
import { distinctCodes } from './codes-by-file.js';
import { ABSENT_VERSION, acceptedVersion, type FoundVersion, refusedVersion } from './found-version.js';

/** A journal as it was looked at. */
export interface InspectedJournal {
  /** What it says. */
  readonly journalState: JournalInspection['state'];
  /** What there is to say of it. */
  readonly journal: readonly Diagnostic[];
}

function findDamage(fault: DiagnosticData<'PLAN_JOURNAL_DAMAGED'>['fault'], causes: readonly Diagnostic[]): FoundVersion {
  switch (fault) {
    case 'not-a-file':
      return refusedVersion(classifyUnread({ kind: 'not-a-file' }));
    case 'json':
    case 'version':
      return refusedVersion(classifyRefusal(causes));
    case 'structure':
      return acceptedVersion(journalDescriptor, journalDescriptor.current, 'version');
    default:
      return acceptedVersion(journalDescriptor, journalDescriptor.current, 'migrated');
  }
}

function findVersion({ journalState, journal }: InspectedJournal): FoundVersion {
  switch (journalState) {
    case 'absent':
      return ABSENT_VERSION;
    case 'committed':
      return acceptedVersion(journalDescriptor, journalDescriptor.current, hasErrors(journal) ? 'meaning' : 'reconciled');
    case 'damaged': {
      const damage = journal.find((found) => hasCode(found, 'PLAN_JOURNAL_DAMAGED'));
      return damage === undefined ? refusedVersion(classifyRefusal(journal)) : findDamage(damage.data.fault, journal);
    }
    case 'too-new':
    case 'unreadable':
      return refusedVersion(classifyRefusal(journal));
  }
}

function stateOf({ journalState, journal }: InspectedJournal): JournalState {
  if (journalState !== 'committed') return journalState;
  return hasErrors(journal) ? 'conflicting' : 'pending';
}

/** Reports on the journal. Pure: from what was found when it was looked at. */
export function reportJournal(inspected: InspectedJournal): ArtifactReport {
  const facts = { journal: stateOf(inspected), codes: distinctCodes(inspected.journal) };
  return artifactReport('journal', JOURNAL_PATH, findVersion(inspected), facts);
}
