import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface VersionDiagnosticData {
  /** The file does not say which version it is. */
  readonly VERSION_MISSING: {
    /** The field that holds the version. */
    readonly field: string;
    /** The support window as a semver range. */
    readonly supported: string;
    /** Keys that look like a version. */ readonly lookalikes: readonly string[];
  };
  /** The version is not a positive integer. */
  readonly VERSION_MALFORMED: {
    /** The field that holds the version. */
    readonly field: string;
    /** The support window as a semver range. */
    readonly supported: string;
    /** The token as it stands. */ readonly token: string;
  };
  /** The file was written for a newer release than this one. */
  readonly VERSION_TOO_NEW: {
    /** The field that holds the version. */
    readonly field: string;
    /** The support window as a semver range. */
    readonly supported: string;
    /** The version found. */ readonly version: number;
  };
  /** The file is older than everything this release can migrate. */
  readonly VERSION_TOO_OLD: {
    /** The field that holds the version. */
    readonly field: string;
    /** The support window as a semver range. */
    readonly supported: string;
    /** The version found. */ readonly version: number;
  };
  /** A cache cannot be used and is left aside. */
  readonly CACHE_DISCARDED: {
    /** The code of what is wrong with it; `damaged` where it is not what was written, `other-rules` where another release wrote it. */
    readonly cause: string;
  };
}

/** Codes for versions: missing, malformed, outside the window. */
export const versionCodes: CodeArea<VersionDiagnosticData> = {
  VERSION_MISSING: {
    severity: 'error',
    message: ({ field, supported, lookalikes }) =>
      `no "${field}" found; expected an integer in ${supported}` +
      (lookalikes.length > 0 ? ` (${lookalikes.map(quote).join(', ')} is not it)` : ''),
  },
  VERSION_MALFORMED: {
    severity: 'error',
    message: ({ field, supported, token }) => `"${field}" is ${quote(token)}; expected an integer in ${supported}`,
  },
  VERSION_TOO_NEW: {
    severity: 'error',
    message: ({ field, supported, version }) =>
      `"${field}" is ${version}, newer than the supported ${supported}; migration was not attempted`,
  },
  VERSION_TOO_OLD: {
    severity: 'error',
    message: ({ field, supported, version }) =>
      `"${field}" is ${version}, older than the supported ${supported}; migration was not attempted`,
  },
  CACHE_DISCARDED: {
    severity: 'info',
    message: ({ cause }) => `the cache is left aside: ${cause}`,
  },
};
