import type { AfterState, BeforeState, JournalFileEntry } from '../../artifacts/journal/model.js';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';

/** How to look at a target of a journal, and at what is staged for it. */
export function lookFor({ after }: JournalFileEntry): 'archive' | 'file' {
  return after.kind === 'archive' ? 'archive' : 'file';
}

/** A state of a journal entry, as diagnostics tell states; null where anything may stand there. */
export function asPathState(state: AfterState): PathState;
export function asPathState(state: BeforeState | AfterState): PathState | null;
export function asPathState(state: BeforeState | AfterState): PathState | null {
  switch (state.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'any':
      return null;
    case 'sha256':
      return { kind: 'file', sha256: state.sha256, length: 'length' in state ? state.length : null };
    case 'archive':
      return { kind: 'archive', length: state.length, archiveDigest: state.archive_digest };
  }
}

/** Whether what was found is what is wanted; what is not known of the wanted state is not compared. */
export function isSameState(found: PathState, wanted: PathState): boolean {
  switch (wanted.kind) {
    case 'file':
      return found.kind === 'file' && found.sha256 === wanted.sha256 && (wanted.length === null || found.length === wanted.length);
    case 'head':
      return found.kind === 'head' && found.sha256 === wanted.sha256 && found.length === wanted.length;
    case 'archive':
      return found.kind === 'archive' && found.archiveDigest === wanted.archiveDigest && found.length === wanted.length;
    case 'folder':
      return found.kind === 'folder' && found.listing === wanted.listing;
    default:
      return found.kind === wanted.kind;
  }
}
