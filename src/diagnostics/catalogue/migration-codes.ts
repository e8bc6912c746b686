import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** What every code about a single migration step tells. */
export interface MigrationStepData {
  /** Stable name of the step. */
  readonly step: string;
  /** Schema version before. */
  readonly from: number;
  /** Schema version afterwards. */
  readonly to: number;
}

/** The data of each code of this area. */
export interface MigrationDiagnosticData {
  /** A file is of an earlier version and is read as if it had been migrated. */
  readonly MIGRATION_PENDING: {
    /** The version found. */ readonly version: number;
    /** The current version. */ readonly current: number;
  };
  /** The version of a file is still read, but a named release will stop reading it. */
  readonly VERSION_DEPRECATED: {
    /** The version found. */ readonly version: number;
    /** The release that stops reading it. */ readonly removedIn: string;
    /** The support window as a semver range. */ readonly supported: string;
  };
  /** A file is of an earlier version, where only current ones are accepted. */
  readonly VERSION_NOT_CURRENT: {
    /** The version found. */ readonly version: number;
    /** The current version. */ readonly current: number;
  };
  /** A step could not bring the file to the next version. */
  readonly MIGRATION_STEP_FAILED: MigrationStepData & {
    /** Whether it refused the value, or broke down. */ readonly reason: 'refused' | 'threw';
    /** Its own word. */ readonly detail: string;
  };
  /** What a step gave is not valid in the version it leads to. */
  readonly MIGRATION_STEP_INVALID: MigrationStepData & {
    /** RFC 6901 pointer into what the step gave. */ readonly pointer: string;
    /** What is expected there. */ readonly expected: string;
  };
  /** A step changed what it does not say it changes. */
  readonly MIGRATION_STEP_OVERREACHED: MigrationStepData & {
    /** RFC 6901 pointer to what was changed. */ readonly pointer: string;
    /** What the step may change. */ readonly touches: readonly string[];
  };
  /** A step changed an identity without declaring that it does. */
  readonly MIGRATION_IDENTITY_CHANGED: MigrationStepData & {
    /** RFC 6901 pointer to the field. */ readonly pointer: string;
  };
  /** A step lost a key that no version knows, or its value. */
  readonly MIGRATION_UNKNOWN_KEY_LOST: MigrationStepData & {
    /** RFC 6901 pointer to the key. */ readonly pointer: string;
  };
  /** There is nothing to be migrated by the name that was given. */
  readonly MIGRATION_ROOT_NOT_FOUND: {
    /** What was asked for. */ readonly root: string;
  };
  /** A declaration would get an identity that the same plan does not record. */
  readonly MIGRATION_NEEDS_REGISTRY: {
    /** Folder of the asset, relative to `assets/`. */ readonly root: string;
    /** The uuid that it would get. */ readonly uuid: string;
  };
}

const stepName = ({ step, from, to }: MigrationStepData): string => `step ${quote(step)} (version ${from} to ${to})`;

/** Codes for files of earlier versions, and for what can go wrong while one is migrated. */
export const migrationCodes: CodeArea<MigrationDiagnosticData> = {
  MIGRATION_PENDING: {
    severity: 'warning',
    message: ({ version, current }) => `version ${version}; the current one is ${current}, and a migration is pending`,
  },
  VERSION_DEPRECATED: {
    severity: 'warning',
    message: ({ version, removedIn }) => `version ${version} is deprecated; release ${removedIn} will not read it`,
  },
  VERSION_NOT_CURRENT: {
    severity: 'error',
    message: ({ version, current }) => `version ${version}; expected the current one, ${current}`,
  },
  MIGRATION_STEP_FAILED: {
    severity: 'error',
    message: (data) => `${stepName(data)} ${data.reason}: ${quote(data.detail)}`,
  },
  MIGRATION_STEP_INVALID: {
    severity: 'error',
    message: (data) => `${stepName(data)} gave something else at ${quote(data.pointer)}; expected ${data.expected}`,
  },
  MIGRATION_STEP_OVERREACHED: {
    severity: 'error',
    message: (data) => `${stepName(data)} changed ${quote(data.pointer)}; it may change ${data.touches.map(quote).join(', ')}`,
  },
  MIGRATION_IDENTITY_CHANGED: {
    severity: 'error',
    message: (data) => `${stepName(data)} changed the identity at ${quote(data.pointer)}`,
  },
  MIGRATION_UNKNOWN_KEY_LOST: {
    severity: 'error',
    message: (data) => `${stepName(data)} lost ${quote(data.pointer)}`,
  },
  MIGRATION_ROOT_NOT_FOUND: {
    severity: 'error',
    message: ({ root }) => `${quote(root)} is neither a folder with an asset.json nor the registry`,
  },
  MIGRATION_NEEDS_REGISTRY: {
    severity: 'error',
    message: ({ root, uuid }) => `${quote(root)} would get the derived ${uuid}, which the registry does not record yet`,
  },
};
