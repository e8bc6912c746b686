import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface BuildDiagnosticData {
  /** A folder to register does not exist or holds no files. */
  readonly REGISTER_ROOT_NOT_FOUND: {
    /** The root asked for. */ readonly root: string;
  };
  /** A folder is left out of registration, since the registry already records one there. */
  readonly REGISTER_ROOT_RECORDED: {
    /** The folder, relative to `assets/`. */
    readonly root: string;
  };
  /** A folder is left out of registration, since an asset.json declares it. */
  readonly REGISTER_ALREADY_DECLARED: {
    /** The folder, relative to `assets/`. */
    readonly root: string;
  };
  /** A folder holds files of several kinds. */
  readonly REGISTER_MIXED_KINDS: {
    /** The kinds found, with how many files each. */ readonly kinds: Readonly<Record<string, number>>;
  };
  /** There are no asset ids left. */
  readonly REGISTER_IDS_EXHAUSTED: {
    /** The next number. */ readonly next: number;
  };
  /** The identity source gave something that cannot be a new identity. */
  readonly REGISTER_IDENTITY_REFUSED: {
    /** What the source gave. */ readonly found: string;
  };
  /** No asset is included in the build. */
  readonly BUILD_NOTHING_INCLUDED: {
    /** How many assets the registry records. */ readonly records: number;
  };
  /** A preloaded asset without a slot was given one. */
  readonly BUILD_SLOT_ASSIGNED: {
    /** Root of the asset. */ readonly root: string;
    /** Its bank type. */ readonly bankType: string;
    /** The slot it gets. */ readonly slot: number;
  };
  /** A bank type has no preload slot left. */
  readonly BUILD_SLOTS_EXHAUSTED: {
    /** Root of the asset. */ readonly root: string;
    /** Its bank type. */ readonly bankType: string;
  };
  /** A build output does not exist. */
  readonly VERIFY_NOT_BUILT: {
    /** Path expected. */ readonly expected: string;
  };
  /** A companion does not agree with the archive. */
  readonly VERIFY_COMPANION_STALE: {
    /** SHA-256 of the file. */
    readonly found: string;
    /** SHA-256 that it would have if it were written now. */
    readonly expected: string;
  };
  /** The archive is not what the sources build now. */
  readonly VERIFY_ARCHIVE_STALE: {
    /** Name of the asset; empty where the archive as a whole is meant. */
    readonly asset: string;
    /** What differs. */
    readonly field: string;
    /** What the archive has. */
    readonly found: string | number | null;
    /** What the sources say. */
    readonly expected: string | number | null;
  };
}

/** Codes of register, build and verify. */
export const buildCodes: CodeArea<BuildDiagnosticData> = {
  REGISTER_ROOT_NOT_FOUND: {
    severity: 'error',
    message: ({ root }) => `${quote(root)} is no folder under "assets" that holds files`,
  },
  REGISTER_ROOT_RECORDED: {
    severity: 'warning',
    message: ({ root }) => `${quote(root)}, or another spelling of it, is recorded already`,
  },
  REGISTER_ALREADY_DECLARED: {
    severity: 'warning',
    message: ({ root }) => `${quote(root)} holds an asset.json that the registry does not record`,
  },
  REGISTER_MIXED_KINDS: {
    severity: 'warning',
    message: ({ kinds }) =>
      `found ${Object.entries(kinds)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', ')}`,
  },
  REGISTER_IDS_EXHAUSTED: {
    severity: 'error',
    message: ({ next }) => `the next asset_id would be ${next}`,
  },
  REGISTER_IDENTITY_REFUSED: {
    severity: 'error',
    message: ({ found }) => `the identity source gave ${quote(found)}; expected a canonical uuid that is not in use`,
  },
  BUILD_NOTHING_INCLUDED: {
    severity: 'warning',
    message: ({ records }) => `${records} assets are recorded, none is included`,
  },
  BUILD_SLOT_ASSIGNED: {
    severity: 'info',
    message: ({ root, bankType, slot }) => `${quote(root)} gets slot ${slot} of ${bankType}`,
  },
  BUILD_SLOTS_EXHAUSTED: {
    severity: 'error',
    message: ({ root, bankType }) => `no slot of ${bankType} is left for ${quote(root)}`,
  },
  VERIFY_NOT_BUILT: {
    severity: 'error',
    message: ({ expected }) => `${quote(expected)} does not exist`,
  },
  VERIFY_COMPANION_STALE: {
    severity: 'error',
    message: ({ found, expected }) => `the file has the digest ${found}; expected ${expected}`,
  },
  VERIFY_ARCHIVE_STALE: {
    severity: 'error',
    message: ({ asset, field, found, expected }) =>
      `${field} of ${asset === '' ? 'the archive' : quote(asset)} is ${quote(String(found ?? 'none'))} in the archive; the sources say ${quote(String(expected ?? 'none'))}`,
  },
};
