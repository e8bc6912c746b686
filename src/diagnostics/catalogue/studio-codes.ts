import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface StudioDiagnosticData {
  /** A session was asked for something after it had been closed. */
  readonly STUDIO_SESSION_CLOSED: {
    /** What it was asked for. */ readonly operation: string;
  };
  /** The other side of a session is gone. */
  readonly STUDIO_CONNECTION_LOST: {
    /** What it was asked for. */
    readonly operation: string;
    /** What was heard of it last; empty where nothing was. */
    readonly reason: string;
  };
  /** A message is none that the two sides of a session exchange. */
  readonly STUDIO_MESSAGE_MALFORMED: {
    /** What it was taken for: the name of a request, or what else was expected. */
    readonly expected: string;
    /** What is wrong with it. */
    readonly problem: string;
  };
  /** A listener of a session failed. */
  readonly STUDIO_LISTENER_FAILED: {
    /** The event that it was told. */
    readonly event: string;
    /** What it threw. */
    readonly reason: string;
  };
  /** No plan is held under a digest. */
  readonly STUDIO_PREVIEW_UNKNOWN: {
    /** The digest. */ readonly digest: string;
  };
  /** A plan to be written would change files that have unsaved changes. */
  readonly STUDIO_UNSAVED_CHANGES: {
    /** The files, by path. */ readonly paths: readonly string[];
  };
  /** A document is no longer the one that a plan was made from. */
  readonly STUDIO_DOCUMENT_CHANGED: {
    /** Path from the workspace root. */
    readonly path: string;
    /** The version that the plan was made from. */
    readonly expected: number;
    /** The version now; null where the document is closed. */
    readonly found: number | null;
  };
  /** A document's version is not newer than the one that is known. */
  readonly STUDIO_DOCUMENT_OUTDATED: {
    /** Path from the workspace root. */
    readonly path: string;
    /** The version that was given. */
    readonly found: number;
    /** The version that is known; null where the one given is no version at all. */
    readonly known: number | null;
  };
}

const NAMES_SHOWN = 5;

function list(paths: readonly string[]): string {
  const rest = paths.length > NAMES_SHOWN ? ` and ${paths.length - NAMES_SHOWN} more` : '';
  return `${paths.slice(0, NAMES_SHOWN).map(quote).join(', ')}${rest}`;
}

/** Codes of a session: what concerns documents of an editor, previews that are held, and the two sides of a channel. */
export const studioCodes: CodeArea<StudioDiagnosticData> = {
  STUDIO_SESSION_CLOSED: {
    severity: 'error',
    summary: 'A session was asked for something after it had been closed.',
    help: 'Open another session.',
    message: ({ operation }) => `the session is closed; ${quote(operation)} was not run`,
  },
  STUDIO_CONNECTION_LOST: {
    severity: 'error',
    summary: 'The other side of a session is gone.',
    help: 'Start the worker again and open another session. What was committed is finished by the next plan that is applied.',
    message: ({ operation, reason }) => `no answer to ${quote(operation)}: the worker is gone${reason === '' ? '' : ` (${quote(reason)})`}`,
  },
  STUDIO_MESSAGE_MALFORMED: {
    severity: 'error',
    summary: 'A message is none that the two sides of a session exchange.',
    help: 'Run the same release on both sides of the channel, and give the channel to nothing else.',
    message: ({ expected, problem }) => `a message that should be ${quote(expected)} was left aside: ${quote(problem)}`,
  },
  STUDIO_LISTENER_FAILED: {
    severity: 'warning',
    summary: 'A listener of a session failed.',
    help: 'Mend the listener. It is still told what happens; a further failure of the same listener is not reported again.',
    message: ({ event, reason }) => `a listener failed when it was told ${quote(event)}: ${quote(reason)}`,
  },
  STUDIO_PREVIEW_UNKNOWN: {
    severity: 'error',
    summary: 'No plan is held under a digest.',
    help: 'Preview the plan again. A session holds the last 32 that were not applied.',
    message: ({ digest }) => `no plan is held under ${quote(digest)}`,
  },
  STUDIO_UNSAVED_CHANGES: {
    severity: 'error',
    summary: 'A plan to be written would change files that have unsaved changes.',
    help: 'Save the documents, or preview the plan again: it is then made from the unsaved texts, as edits for the editor.',
    message: ({ paths }) => `unsaved changes in ${list(paths)}; nothing was written`,
  },
  STUDIO_DOCUMENT_CHANGED: {
    severity: 'error',
    summary: 'A document is no longer the one that a plan was made from.',
    help: 'Rebase the plan: it is made anew from the document as it is now.',
    message: ({ path, expected, found }) =>
      `${quote(path)} is ${found === null ? 'closed' : `at version ${found}`}; the plan was made from version ${expected}`,
  },
  STUDIO_DOCUMENT_OUTDATED: {
    severity: 'error',
    summary: 'A version of a document is not newer than the one that is known.',
    help: 'Give each change of a document a larger version, a whole number from 0, and give the changes in their order.',
    message: ({ path, found, known }) =>
      `version ${found} of ${quote(path)} was left aside; expected ${known === null ? 'a whole number from 0' : `a larger one than ${known}`}`,
  },
};
