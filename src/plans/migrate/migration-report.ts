import type { MigrationStepOutcome, VersionFacts } from '../../diagnostics/version-facts.js';
import type { DeprecatedVersion } from '../../versioning/version-descriptor.js';
import type { MigrationCertificate } from '../../versioning/migration-certificate.js';
import type { IdentityOrigin } from '../../workspace/identity-table.js';
import type { Plan } from '../plan.js';

/** What a migration does to the identity of one file. */
export interface MigratedIdentity {
  /** Whether the file gets an identity that it did not have. */
  readonly effect: 'none' | 'declared';
  /** The uuid of the declaration afterwards; null for a registry, and where the declaration has none that is valid. */
  readonly uuid: string | null;
  /** Where a declared uuid comes from; null where none is declared, and for a registry. */
  readonly origin: IdentityOrigin | null;
}

/** A step of a migration, with what it is for. */
export interface ReportedStep extends MigrationStepOutcome {
  /** One sentence: what it changes. */
  readonly summary: string;
}

/** What a migration does to one file. */
export interface MigratedFile {
  /** Which artifact it is. */
  readonly artifact: 'asset' | 'registry';
  /** Path from the workspace root. */
  readonly file: string;
  /** Schema version found. */
  readonly found: number;
  /** The support window, as a semver range over `n.0.0` and as numbers. */
  readonly supported: VersionFacts['supported'];
  /** Schema version afterwards: the current one. */
  readonly target: number;
  /** Which release stops reading the version found; null where none is named. */
  readonly deprecated: DeprecatedVersion | null;
  /** The steps in order. */
  readonly steps: readonly ReportedStep[];
  /** What becomes of its identity. */
  readonly identity: MigratedIdentity;
  /** RFC 6901 pointers of the keys that no version knows; each is kept with its value. */
  readonly unknownKeys: readonly string[];
  /** Whether the file's text changes. */
  readonly changes: boolean;
  /** Unified diff of the text, for people. */
  readonly diff: string;
  /** What cannot go on until it is migrated. */
  readonly blocks: VersionFacts['blocks'];
  /** Lets a reviewer check the migration without the engine. */
  readonly certificate: MigrationCertificate;
}

/** A file of an earlier version that a migration leaves as it is. */
export interface LeftOutFile {
  /** Path from the workspace root. */
  readonly file: string;
  /** Why: its version has no identity and the registry has no record to give it one, or it is none of those asked for. */
  readonly reason: 'unregistered' | 'not-asked-for';
}

/** An identity that stands in no file yet: it needs consent. */
export interface DerivedIdentity {
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** The record's number. */
  readonly asset_id: number;
  /** The uuid: named by the project's uuid and the number, and so the same wherever the project is migrated. */
  readonly uuid: string;
}

/** All that a migration of a workspace does, as plain data that survives `JSON.stringify` and structured cloning. */
export interface MigrationReport {
  /** The files that are migrated, by path. */
  readonly files: readonly MigratedFile[];
  /** The files of earlier versions that are not, by path. */
  readonly leftOut: readonly LeftOutFile[];
  /** The identities that are derived, by root: applying the plan needs consent to each. */
  readonly derived: readonly DerivedIdentity[];
  /** How many declarations and registries are of the current version already. */
  readonly upToDate: number;
}

/** A plan that migrates, and what there is to say of it. */
export interface MigrationPlan {
  /** The plan. */
  readonly plan: Plan;
  /** What it does, file by file. */
  readonly report: MigrationReport;
}
