import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import type { DeprecatedVersion, VersionDescriptor } from '../versioning/version-descriptor.js';
import { versionSurfaces, type VersionSurface } from './version-surfaces.js';

/** What this release does with the versions of one surface. Lists are ordered, oldest first. */
export interface SupportRow {
  /** What the versions are of. */
  readonly surface: VersionSurface;
  /** The artifact it belongs to. */
  readonly artifact: ArtifactKind;
  /** The field that holds the number: a JSON key, or a part of the archive's prelude. */
  readonly field: VersionDescriptor['field'];
  /** The versions read, as a semver range over `n.0.0`. */
  readonly supported: string;
  /** The versions read, each by its number. */
  readonly reads: readonly number[];
  /** Those of them that are migrated to the current one. */
  readonly migrates: readonly number[];
  /** The versions written: the current one. */
  readonly writes: readonly number[];
  /** Versions that are read, but which a named release will stop reading. */
  readonly deprecated: readonly DeprecatedVersion[];
  /** Versions that existed and are no longer read. */
  readonly retired: readonly number[];
}

function supportRow(surface: VersionSurface): SupportRow {
  const { artifact, field, supported, migratable, current, writable, deprecated, retired } = versionSurfaces[surface];
  return {
    surface,
    artifact,
    field,
    supported,
    reads: [...migratable, current],
    migrates: migratable,
    writes: writable,
    deprecated,
    retired,
  };
}

/**
 * Tells which versions this release reads, migrates and writes: one row for each version number there is.
 *
 * @example
 * ```ts
 * import { supportMatrix } from 'prometeu-packer';
 *
 * console.log(supportMatrix().find(({ surface }) => surface === 'archive-header')?.writes); // [ 1 ]
 * ```
 */
export function supportMatrix(): readonly SupportRow[] {
  const surfaces = Object.keys(versionSurfaces) as VersionSurface[]; // its keys are all that the record has
  return surfaces.map(supportRow);
}
