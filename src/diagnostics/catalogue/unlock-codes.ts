import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';
import type { LockOwnerData } from './plan-codes.js';

/** The data of each code of this area. */
export interface UnlockDiagnosticData {
  /** A lock is to be broken, and there is none. */
  readonly UNLOCK_NOT_LOCKED: {
    /** Path of the lock. */ readonly path: string;
  };
  /** The lock is not the one that is to be broken. */
  readonly UNLOCK_OTHER_OWNER: {
    /** Path of the lock. */
    readonly path: string;
    /** The token of the lock that is to be broken. */
    readonly token: string;
    /** Who holds the lock; null where that cannot be read. */
    readonly owner: LockOwnerData | null;
  };
}

/** Codes of breaking a lock that its owner left behind. */
export const unlockCodes: CodeArea<UnlockDiagnosticData> = {
  UNLOCK_NOT_LOCKED: {
    severity: 'error',
    message: ({ path }) => `${quote(path)} does not exist: nobody holds the lock`,
  },
  UNLOCK_OTHER_OWNER: {
    severity: 'error',
    message: ({ path, token, owner }) =>
      owner === null
        ? `nobody can be read from ${quote(path)}; expected token ${quote(token)}`
        : `${quote(path)} is held by process ${owner.pid} on ${quote(owner.host)}, token ${quote(owner.token)}; expected token ${quote(token)}`,
  },
};
