import semverGtr from 'semver/ranges/gtr.js';
import semverLtr from 'semver/ranges/ltr.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** A schema version as semver sees it. */
export function asRelease(version: number): string {
  return `${version}.0.0`;
}

/** The oldest version inside the window. */
export function oldestSupported(descriptor: VersionDescriptor): number {
  return Math.min(descriptor.current, ...descriptor.migratable);
}

/** Whether a version is newer than everything in the window. */
export function isTooNew(descriptor: VersionDescriptor, version: number): boolean {
  return semverGtr(asRelease(version), descriptor.supported);
}

/** Whether a version is older than everything in the window. */
export function isTooOld(descriptor: VersionDescriptor, version: number): boolean {
  return semverLtr(asRelease(version), descriptor.supported);
}
