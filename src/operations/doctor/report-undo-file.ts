import { err, ok } from 'neverthrow';
import { UNDO_RECORD_PATH } from '../../artifacts/journal/target-class.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { hasCode } from '../../plans/apply/has-code.js';
import { readUndoRecord } from '../../plans/undo/read-undo-record.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { classifyRefusal, classifyUnread } from '../../versioning/classify-refusal.js';
import type { ReadContext } from '../read-context.js';
import { type ArtifactReport, artifactReport } from './artifact-report.js';
import { distinctCodes } from './codes-by-file.js';
import { ABSENT_VERSION, type FoundVersion, refusedVersion } from './found-version.js';

const UNDO_VERSION = 1;
const CURRENT_UNDO: Omit<FoundVersion, 'stage'> = { version: UNDO_VERSION, class: 'current', window: 'current' };

function findUndo(failure: readonly Diagnostic[]): FoundVersion {
  for (const found of failure) {
    if (hasCode(found, 'UNDO_NOTHING')) return ABSENT_VERSION;
    if (hasCode(found, 'UNDO_TOO_NEW'))
      return refusedVersion({ class: 'version-too-new', stage: 'strict-json', version: found.data.version });
    if (!hasCode(found, 'UNDO_DAMAGED')) continue;
    const { fault, pointer } = found.data;
    switch (fault) {
      case 'not-a-file':
        return refusedVersion(classifyUnread({ kind: 'not-a-file' }));
      case 'json':
        return refusedVersion(classifyRefusal(failure));
      case 'version':
        return refusedVersion({ class: pointer === '' ? 'version-missing' : 'version-malformed', stage: 'strict-json', version: null });
      case 'structure':
        return { ...CURRENT_UNDO, stage: 'version' };
      default:
        return { ...CURRENT_UNDO, stage: 'migrated' };
    }
  }
  return refusedVersion(classifyRefusal(failure));
}

/** Reports on the record of the last plan. Err where reading was cancelled, or the port broke its contract. */
export async function reportUndoFile(context: Pick<ReadContext, 'read' | 'compute'>): Promise<Observed<ArtifactReport>> {
  const undo = await readUndoRecord(context, (error) => [diagnosePortError(error, 'workspace')]);
  if (undo.isOk()) return ok(artifactReport('undo', UNDO_RECORD_PATH, { ...CURRENT_UNDO, stage: 'meaning' }));
  if (undo.error.some(({ code }) => code === 'IO_ABORTED' || code === 'IO_BROKEN_PORT')) return err(undo.error);
  const found = findUndo(undo.error);
  const codes = found.class === 'absent' ? [] : distinctCodes(undo.error);
  return ok(artifactReport('undo', UNDO_RECORD_PATH, found, { codes }));
}
