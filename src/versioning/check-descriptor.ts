import { err, ok, type Result } from 'neverthrow';
import semverSatisfies from 'semver/functions/satisfies.js';
import semverValid from 'semver/functions/valid.js';
import semverValidRange from 'semver/ranges/valid.js';
import { LARGEST_VERSION } from './classify-version.js';
import { supportWindow } from './support-window.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** A rule that a descriptor breaks. */
export type DescriptorFault =
  | 'range-invalid'
  | 'range-unbounded'
  | 'range-not-contiguous'
  | 'range-differs-from-versions'
  | 'deprecated-not-migratable'
  | 'deprecated-until-no-release'
  | 'retired-inside-window'
  | 'writable-is-not-current';

function* versionsUpTo(last: number): Generator<number> {
  for (let version = 1; version <= last; version++) yield version;
}

/**
 * Checks a descriptor against the rules of CONTRACT.md §2. `validRange('')` is `*`, so an empty range would otherwise
 * mean that everything is supported.
 *
 * @returns the descriptor itself, or the first rule it breaks.
 *
 * @example
 * ```ts
 * import { checkDescriptor, describeArtifacts } from 'prometeu-packer';
 *
 * const [descriptor] = describeArtifacts().flatMap(({ versions }) => versions);
 * if (descriptor !== undefined) console.log(checkDescriptor({ ...descriptor, supported: '' })._unsafeUnwrapErr()); // range-invalid
 * ```
 */
export function checkDescriptor(descriptor: VersionDescriptor): Result<VersionDescriptor, DescriptorFault> {
  const range = semverValidRange(descriptor.supported);
  if (range === null || descriptor.supported.trim() === '' || descriptor.supported.includes('-')) return err('range-invalid');
  const { oldest, isTooNew, isTooOld } = supportWindow(descriptor);
  if (!isTooNew(descriptor.current + 1) || !isTooNew(LARGEST_VERSION)) return err('range-unbounded');
  const supported = [...versionsUpTo(descriptor.current)].filter((version) => semverSatisfies(`${version}.0.0`, range));
  if (supported.length !== descriptor.current - oldest + 1 || supported[0] !== oldest) return err('range-not-contiguous');
  if (supported.join() !== [...descriptor.migratable, descriptor.current].join()) return err('range-differs-from-versions');
  if (descriptor.deprecated.some(({ version }) => !descriptor.migratable.includes(version))) return err('deprecated-not-migratable');
  if (descriptor.deprecated.some(({ removedIn }) => semverValid(removedIn) !== removedIn)) return err('deprecated-until-no-release');
  if (descriptor.retired.some((version) => !isTooOld(version))) return err('retired-inside-window');
  if (descriptor.writable.join() !== String(descriptor.current)) return err('writable-is-not-current');
  return ok(descriptor);
}
