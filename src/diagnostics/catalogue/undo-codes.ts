import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';
import type { PathDifference } from './plan-codes.js';

/** What is wrong with the record of the last plan. */
export type UndoFault = 'not-a-file' | 'json' | 'version' | 'structure' | 'target' | 'content' | 'checksum';

/** The data of each code of this area. */
export interface UndoDiagnosticData {
  /** There is nothing to undo. */
  readonly UNDO_NOTHING: {
    /** Path where the record of the last plan would stand. */ readonly path: string;
  };
  /** The record of the last plan is damaged. */
  readonly UNDO_DAMAGED: {
    /** Path of the record. */
    readonly path: string;
    /** What is wrong with it. */
    readonly fault: UndoFault;
    /** RFC 6901 pointer to what is wrong; empty for the whole. */
    readonly pointer: string;
  };
  /** The record of the last plan was written by a newer release than this one. */
  readonly UNDO_TOO_NEW: {
    /** Path of the record. */
    readonly path: string;
    /** The version found. */
    readonly version: number;
    /** The newest version that this release reads. */
    readonly current: number;
  };
  /** Files that the last plan changed were changed again since. */
  readonly UNDO_CONFLICT: {
    /** Each of them, and each folder that is gone, by path. */ readonly differences: readonly PathDifference[];
  };
  /** A plan to undo is not what the record of the last plan says. */
  readonly UNDO_NOT_RECORDED: {
    /** Path of the record. */
    readonly path: string;
    /** Files that the plan changes otherwise than the record says, or only one of them names; by code units. */
    readonly files: readonly string[];
  };
}

const NAMES_SHOWN = 5;

function list(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return names.slice(0, NAMES_SHOWN).map(quote).join(', ') + more;
}

/** Codes of the one undo that is kept. */
export const undoCodes: CodeArea<UndoDiagnosticData> = {
  UNDO_NOTHING: {
    severity: 'error',
    message: ({ path }) => `${quote(path)} does not exist: no plan was applied here that could be undone`,
  },
  UNDO_DAMAGED: {
    severity: 'error',
    message: ({ path, fault, pointer }) => `${quote(path)} is damaged: ${fault}${pointer === '' ? '' : ` at ${quote(pointer)}`}`,
  },
  UNDO_TOO_NEW: {
    severity: 'error',
    message: ({ path, version, current }) => `${quote(path)} is of version ${version}; this release reads ${current}`,
  },
  UNDO_CONFLICT: {
    severity: 'error',
    message: ({ differences }) => `changed since the last plan: ${list(differences.map(({ path }) => path))}`,
  },
  UNDO_NOT_RECORDED: {
    severity: 'error',
    message: ({ path, files }) => `the plan does not undo what ${quote(path)} says of ${list(files)}`,
  },
};
