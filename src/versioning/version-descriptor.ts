import type { ArtifactKind } from '../diagnostics/artifact-kind.js';

/** A version that is still read but will leave the window. */
export interface DeprecatedVersion {
  /** The schema version. */
  readonly version: number;
  /** The package release that stops reading it. */
  readonly removedIn: string;
}

/** Everything the packer promises about one version number of one artifact, as data. */
export interface VersionDescriptor {
  /** The artifact. */
  readonly artifact: ArtifactKind;
  /** The field that holds the number: a JSON key, or a part of the archive's prelude. */
  readonly field: 'schema_version' | 'header_version' | 'envelope_major';
  /** The only version that is written, and the newest one that is read. */
  readonly current: number;
  /** The support window: a semver range over `n.0.0`, bounded above by current. */
  readonly supported: string;
  /** Earlier versions inside the window, oldest first; each has a step to the next. */
  readonly migratable: readonly number[];
  /** Migratable versions that a named release will stop reading. */
  readonly deprecated: readonly DeprecatedVersion[];
  /** Versions that existed and are no longer read. */
  readonly retired: readonly number[];
  /** Versions that are written: the current one. */
  readonly writable: readonly number[];
  /** What happens to a file outside the window: refused, rebuilt from sources, or discarded. */
  readonly whenUnsupported: 'refuse' | 'rebuild' | 'discard';
  /** Fields of the artifact that carry identity; empty where it has none. */
  readonly identityFields: readonly string[];
}
