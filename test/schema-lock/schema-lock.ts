import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/codec/canonical-json.js';
import type { VersionSurface } from '../../src/artifacts/version-surfaces.js';
import type { Shape } from './shape.js';

/** A version that is frozen. */
export interface LockedVersion {
  /** Fingerprint of the shape. */
  readonly fingerprint: string;
  /** The shape itself, so that a review sees what changed. */
  readonly shape: Shape;
}

/** The committed lock: etc/schema-lock.json. */
export interface SchemaLock {
  /** Surface, then version. */
  readonly versions: Readonly<Record<string, Readonly<Record<string, LockedVersion>>>>;
  /** SHA-256 of every file under fixtures/versions, by its path below that folder. */
  readonly fixtures: Readonly<Record<string, string>>;
}

/** What the tree has for one version of a surface. */
export interface CurrentVersion {
  /** The version. */
  readonly version: number;
  /** Its shape; null where no schema of that version is to be found. */
  readonly shape: Shape | null;
  /** Whether a step from the version before is there. */
  readonly hasStep: boolean;
  /** Whether docs/formats tells about it. */
  readonly hasNote: boolean;
}

/** What the tree has for one surface. */
export interface CurrentSurface {
  /** Whatever has a version number of its own. */
  readonly surface: VersionSurface;
  /** The version that is written. */
  readonly current: number;
  /** The versions that are read. */
  readonly reads: readonly number[];
  /** The versions that are no longer read. */
  readonly retired: readonly number[];
  /** Whether a person's work is in it, so that an older version is migrated, not made anew. */
  readonly isMigrated: boolean;
  /** Its schema file for a version, as a person would name it. */
  readonly schemaFile: (version: number) => string;
  /** The versions found. */
  readonly versions: readonly CurrentVersion[];
}

/** What the lock is held against. */
export interface CurrentState {
  /** The surfaces. */
  readonly surfaces: readonly CurrentSurface[];
  /** SHA-256 of every file under fixtures/versions, by its path below that folder. */
  readonly fixtures: Readonly<Record<string, string>>;
}

/** SHA-256 of the canonical JSON of a shape, 64 lower-case hexadecimal digits. */
export function fingerprintOf(shape: Shape): string {
  return createHash('sha256').update(canonicalJson(shape)._unsafeUnwrap()).digest('hex');
}
