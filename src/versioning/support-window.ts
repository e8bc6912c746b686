import semverGtr from 'semver/ranges/gtr.js';
import semverLtr from 'semver/ranges/ltr.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** The versions that a release reads. */
export interface SupportWindow {
  /** The oldest of them. */
  readonly oldest: number;
  /** Whether a version is newer than all of them. */
  readonly isTooNew: (version: number) => boolean;
  /** Whether a version is older than all of them. */
  readonly isTooOld: (version: number) => boolean;
}

/** The window of a descriptor: semver judges it, a version n being the release `n.0.0`. */
export function supportWindow({ current, migratable, supported }: VersionDescriptor): SupportWindow {
  return {
    oldest: Math.min(current, ...migratable),
    isTooNew: (version) => semverGtr(`${version}.0.0`, supported),
    isTooOld: (version) => semverLtr(`${version}.0.0`, supported),
  };
}
