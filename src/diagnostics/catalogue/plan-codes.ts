import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** What a plan being applied was doing, in this order. Everything up to `commit` leaves no trace where it fails. */
export type PlanPhase =
  'lock' | 'recover' | 'recheck' | 'stage' | 'compose' | 'read-back' | 'commit' | 'roll-forward' | 'verify' | 'finish' | 'discard';

/**
 * What stands at a path, or should: as much of it as was looked at. A `head` is the beginning of a file, `length` bytes
 * of it; an `archive` is known by its length and the digest of everything before its payload. A null is not known.
 */
export type PathState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly sha256: string | null; readonly length: number | null }
  | { readonly kind: 'head'; readonly sha256: string; readonly length: number }
  | { readonly kind: 'archive'; readonly length: number; readonly archiveDigest: string }
  | { readonly kind: 'folder'; readonly listing: string | null }
  | { readonly kind: 'not-a-file' | 'not-a-folder' | 'symlink' };

/** A path that is not as a plan expects it. */
export interface PathDifference {
  /** Path from the workspace root. */
  readonly path: string;
  /** What the plan was made for. */
  readonly expected: PathState;
  /** What stands there. */
  readonly found: PathState;
}

/** Who holds the lock of a workspace. */
export interface LockOwnerData {
  /** Names the lock. */
  readonly token: string;
  /** Name of the machine. */
  readonly host: string;
  /** Start of the machine; empty where unknown. */
  readonly bootId: string;
  /** Process number; 0 where unknown. */
  readonly pid: number;
  /** Start of the process; empty where unknown. */
  readonly processStart: string;
}

/** An operation of the port that failed while a plan was applied. */
export interface FailedOperation {
  /** The path that the operation was about. */
  readonly path: string;
  /** The operation of the port. */
  readonly operation: string;
  /** What was going on. */
  readonly phase: PlanPhase;
  /** Why, as the port tells it. */
  readonly reason: string;
  /** The host's own word. */
  readonly detail: string;
}

function tell({ path, operation, phase, reason, detail }: FailedOperation): string {
  return `${operation} ${quote(path)} failed in phase ${phase}: ${reason} (${quote(detail)})`;
}

function show(state: PathState): string {
  switch (state.kind) {
    case 'absent':
      return 'nothing';
    case 'file':
      return `a file${state.length === null ? '' : ` of ${state.length} bytes`}${state.sha256 === null ? '' : ` with SHA-256 ${state.sha256}`}`;
    case 'head':
      return `a file whose first ${state.length} bytes have SHA-256 ${state.sha256}`;
    case 'archive':
      return `an archive of ${state.length} bytes with digest ${state.archiveDigest}`;
    case 'folder':
      return state.listing === null ? 'a folder' : `a folder with listing ${state.listing}`;
    case 'not-a-file':
      return 'something else than a file';
    case 'not-a-folder':
      return 'something else than a folder';
    case 'symlink':
      return 'a symlink';
  }
}

const NAMES_SHOWN = 5;

function list(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return names.slice(0, NAMES_SHOWN).map(quote).join(', ') + more;
}

/** The data of each code of this area. */
export interface PlanDiagnosticData {
  /** A plan does not have the form of a plan. */
  readonly PLAN_MALFORMED: {
    /** RFC 6901 pointer into the plan. */
    readonly pointer: string;
    /** What should stand there. */
    readonly expected: string;
  };
  /** A plan was changed after it was made. */
  readonly PLAN_DIGEST_MISMATCH: {
    /** The digest that the plan carries. */ readonly found: string;
    /** The digest of its content. */ readonly expected: string;
  };
  /** A plan would change a file that plans never change. */
  readonly PLAN_TARGET_NOT_ALLOWED: {
    /** The path. */ readonly path: string;
  };
  /** A plan derives identities that nobody has agreed to. */
  readonly PLAN_CONSENT_MISSING: {
    /** The derived uuids that are not agreed to, by code units. */ readonly uuids: readonly string[];
  };
  /** What is agreed to is nothing that the plan does. */
  readonly PLAN_CONSENT_UNKNOWN: {
    /** Uuids agreed to that the plan does not derive, by code units. */ readonly uuids: readonly string[];
    /** The digest agreed to, where it is another plan's; else null. */ readonly planDigest: string | null;
  };
  /** A plan of several files needs a port that replaces files in one step. */
  readonly PLAN_NEEDS_ATOMIC_REPLACE: {
    /** How many files the plan changes. */ readonly targets: number;
  };
  /** The workspace changed after the plan was made. */
  readonly PLAN_STALE: {
    /** Everything that differs, by path. */ readonly differences: readonly PathDifference[];
  };
  /** A build output was written by a newer release than this one. */
  readonly PLAN_TARGET_NEWER: {
    /** Path of the output. */
    readonly path: string;
    /** Which of its version numbers is newer. */
    readonly field: 'envelope_major' | 'envelope_minor' | 'header_version' | 'schema_version';
    /** The version found. */
    readonly found: number;
    /** The newest version that this release writes. */
    readonly current: number;
  };
  /** Another packer is writing to the workspace. */
  readonly PLAN_LOCKED: {
    /** Path of the lock. */ readonly path: string;
    /** Who holds it; null where that cannot be read. */ readonly owner: LockOwnerData | null;
  };
  /** The lock was removed or replaced by someone else while a plan was being applied. */
  readonly PLAN_LOCK_LOST: {
    /** Path of the lock. */ readonly path: string;
    /** The host's own word. */ readonly detail: string;
  };
  /** The lock could not be given back. */
  readonly PLAN_LOCK_NOT_RELEASED: {
    /** Path of the lock. */ readonly path: string;
    /** Why, as the port tells it. */ readonly reason: string;
    /** The host's own word. */ readonly detail: string;
  };
  /** The caller cancelled before anything was changed. */
  readonly PLAN_CANCELLED: {
    /** What was going on. */ readonly phase: PlanPhase;
  };
  /** The token that names staged files cannot be used. */
  readonly PLAN_TOKEN_REFUSED: {
    /** What the source of tokens gave. */ readonly found: string;
  };
  /** The host could not read or write something while a plan was being applied. */
  readonly PLAN_IO_FAILED: {
    /** The path that the operation was about. */
    readonly path: string;
    /** The operation of the port. */
    readonly operation: string;
    /** What was going on. */
    readonly phase: PlanPhase;
    /** Why, as the port tells it. */
    readonly reason: string;
    /** The host's own word. */
    readonly detail: string;
  };
  /** A staged file does not read back as it was written. */
  readonly PLAN_READ_BACK_MISMATCH: {
    /** Path of the target. */
    readonly path: string;
    /** What was written. */
    readonly expected: PathState;
    /** What was read back. */
    readonly found: PathState;
  };
  /** Something that was made for a plan only could not be removed again. */
  readonly PLAN_STAGED_FILE_LEFT: {
    /** Path of the file or folder. */ readonly path: string;
    /** Why, as the port tells it. */ readonly reason: string;
    /** The host's own word. */ readonly detail: string;
  };
  /** A plan is committed and not yet finished. */
  readonly PLAN_TRANSACTION_PENDING: {
    /** Path of the journal. */
    readonly path: string;
    /** The files that the journal names. */
    readonly targets: readonly string[];
    /** What stopped the plan after its commit point; null where that is not known, or told by a diagnostic beside this one. */
    readonly cause: FailedOperation | null;
  };
  /** A plan that was committed earlier and not finished was rolled forward. */
  readonly PLAN_RECOVERED: {
    /** The files that the journal named. */ readonly targets: readonly string[];
  };
  /** The journal of an unfinished plan is damaged. */
  readonly PLAN_JOURNAL_DAMAGED: {
    /** Path of the journal. */
    readonly path: string;
    /** What is wrong with it. */
    readonly fault: 'not-a-file' | 'json' | 'version' | 'structure' | 'target' | 'staged-name' | 'checksum';
    /** RFC 6901 pointer to what is wrong; empty for the whole. */
    readonly pointer: string;
  };
  /** A committed plan cannot be finished: a target or what was staged for it was changed by someone else. */
  readonly PLAN_RECOVERY_CONFLICT: {
    /** Path of the target. */
    readonly path: string;
    /** What the plan was made for; null where anything may stand there. */
    readonly before: PathState | null;
    /** What the plan makes of it. */
    readonly after: PathState;
    /** What stands there. */
    readonly found: PathState;
    /** Path of the staged content, or where a folder is to come from; null where the plan removes the file. */
    readonly staged: string | null;
    /** What stands at that path; null where the plan removes the file. */
    readonly stagedFound: PathState | null;
  };
}

/** Codes of plans: their form, how they are applied, and what a crash left to be finished. */
export const planCodes: CodeArea<PlanDiagnosticData> = {
  PLAN_MALFORMED: {
    severity: 'error',
    message: ({ pointer, expected }) => `the plan is malformed at ${quote(pointer)}; expected ${expected}`,
  },
  PLAN_DIGEST_MISMATCH: {
    severity: 'error',
    message: ({ found, expected }) => `the plan says its digest is ${quote(found)}; its content has ${expected}`,
  },
  PLAN_TARGET_NOT_ALLOWED: {
    severity: 'error',
    message: ({ path }) => `${quote(path)} is nothing that a plan may change`,
  },
  PLAN_CONSENT_MISSING: {
    severity: 'error',
    message: ({ uuids }) => `nobody has agreed to the derived ${list(uuids)}`,
  },
  PLAN_CONSENT_UNKNOWN: {
    severity: 'error',
    message: ({ uuids, planDigest }) =>
      [
        ...(uuids.length > 0 ? [`the plan does not derive ${list(uuids)}`] : []),
        ...(planDigest === null ? [] : [`${quote(planDigest)} is the digest of another plan`]),
      ].join('; '),
  },
  PLAN_NEEDS_ATOMIC_REPLACE: {
    severity: 'error',
    message: ({ targets }) => `the plan changes ${targets} files, and the write port cannot replace a file in one step`,
  },
  PLAN_STALE: {
    severity: 'error',
    message: ({ differences }) => {
      const [first] = differences;
      if (first === undefined) return 'the workspace changed';
      const more = differences.length > 1 ? `, and ${differences.length - 1} more paths differ` : '';
      return `${quote(first.path)} is ${show(first.found)}; the plan was made for ${show(first.expected)}${more}`;
    },
  },
  PLAN_TARGET_NEWER: {
    severity: 'error',
    message: ({ path, field, found, current }) =>
      `${field} of ${quote(path)} is ${found}, newer than ${current}; it is not replaced unasked`,
  },
  PLAN_LOCKED: {
    severity: 'error',
    message: ({ path, owner }) =>
      owner === null
        ? `${quote(path)} is held by an unknown owner`
        : `${quote(path)} is held by process ${owner.pid} on ${quote(owner.host)}, token ${quote(owner.token)}`,
  },
  PLAN_LOCK_LOST: {
    severity: 'error',
    message: ({ path, detail }) => `${quote(path)} is no longer ours (${quote(detail)})`,
  },
  PLAN_LOCK_NOT_RELEASED: {
    severity: 'warning',
    message: ({ path, reason, detail }) => `${quote(path)} could not be released: ${reason} (${quote(detail)})`,
  },
  PLAN_CANCELLED: {
    severity: 'error',
    message: ({ phase }) => `cancelled in phase ${phase}`,
  },
  PLAN_TOKEN_REFUSED: {
    severity: 'error',
    message: ({ found }) => `the token is ${quote(found)}; expected 8 to 32 lower-case hexadecimal digits`,
  },
  PLAN_IO_FAILED: {
    severity: 'error',
    message: tell,
  },
  PLAN_READ_BACK_MISMATCH: {
    severity: 'error',
    message: ({ path, expected, found }) =>
      `what was staged for ${quote(path)} reads back as ${show(found)}; written was ${show(expected)}`,
  },
  PLAN_STAGED_FILE_LEFT: {
    severity: 'warning',
    message: ({ path, reason, detail }) => `${quote(path)} could not be removed: ${reason} (${quote(detail)})`,
  },
  PLAN_TRANSACTION_PENDING: {
    severity: 'warning',
    message: ({ path, targets, cause }) =>
      `${quote(path)} holds a committed plan of ${targets.length} files that is still to be finished${cause === null ? '' : `: ${tell(cause)}`}`,
  },
  PLAN_RECOVERED: {
    severity: 'info',
    message: ({ targets }) => `a committed plan of ${targets.length} files was finished`,
  },
  PLAN_JOURNAL_DAMAGED: {
    severity: 'error',
    message: ({ path, fault, pointer }) => `${quote(path)} is damaged: ${fault}${pointer === '' ? '' : ` at ${quote(pointer)}`}`,
  },
  PLAN_RECOVERY_CONFLICT: {
    severity: 'error',
    message: ({ path, before, after, found, stagedFound }) =>
      `${quote(path)} is ${show(found)}; expected ${before === null ? 'anything' : show(before)} before, or ${show(after)} after` +
      (stagedFound === null ? '' : `; staged is ${show(stagedFound)}`),
  },
};
