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
    message: ({ operation }) => `the session is closed; ${quote(operation)} was not run`,
  },
  STUDIO_CONNECTION_LOST: {
    severity: 'error',
    message: ({ operation, reason }) => `no answer to ${quote(operation)}: the worker is gone${reason === '' ? '' : ` (${quote(reason)})`}`,
  },
  STUDIO_MESSAGE_MALFORMED: {
    severity: 'error',
    message: ({ expected, problem }) => `a message that should be ${quote(expected)} was left aside: ${quote(problem)}`,
  },
  STUDIO_LISTENER_FAILED: {
    severity: 'warning',
    message: ({ event, reason }) => `a listener failed when it was told ${quote(event)}: ${quote(reason)}`,
  },
  STUDIO_PREVIEW_UNKNOWN: {
    severity: 'error',
    message: ({ digest }) => `no plan is held under ${quote(digest)}`,
  },
  STUDIO_UNSAVED_CHANGES: {
    severity: 'error',
    message: ({ paths }) => `unsaved changes in ${list(paths)}; nothing was written`,
  },
  STUDIO_DOCUMENT_CHANGED: {
    severity: 'error',
    message: ({ path, expected, found }) =>
      `${quote(path)} is ${found === null ? 'closed' : `at version ${found}`}; the plan was made from version ${expected}`,
  },
  STUDIO_DOCUMENT_OUTDATED: {
    severity: 'error',
    message: ({ path, found, known }) =>
      `version ${found} of ${quote(path)} was left aside; expected ${known === null ? 'a whole number from 0' : `a larger one than ${known}`}`,
  },
};
