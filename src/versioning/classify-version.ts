import { supportWindow } from './support-window.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** Largest version number there can be: 2^31 - 1. */
export const LARGEST_VERSION = 2_147_483_647;

const INTEGER_TOKEN = /^[1-9][0-9]{0,9}$/;

/** Where a version stands. Classes are total: every token, and none, has exactly one. */
export type VersionClass =
  | { readonly class: 'version-missing' }
  | { readonly class: 'version-malformed'; readonly token: string }
  | { readonly class: 'version-too-new'; readonly version: number }
  | { readonly class: 'version-too-old'; readonly version: number }
  | { readonly class: 'migratable'; readonly version: number; readonly removedIn: string | null }
  | { readonly class: 'current'; readonly version: number };

/**
 * Classifies a version before anything else of the file is judged.
 *
 * @param token - the version's own text in the file, such as `4` or `"4"` or `4.0`; undefined where the field is missing.
 */
export function classifyVersion(descriptor: VersionDescriptor, token: string | undefined): VersionClass {
  if (token === undefined) return { class: 'version-missing' };
  const version = INTEGER_TOKEN.test(token) ? Number(token) : Number.NaN;
  if (!(version <= LARGEST_VERSION)) return { class: 'version-malformed', token };
  if (version === descriptor.current) return { class: 'current', version };
  const window = supportWindow(descriptor);
  if (window.isTooNew(version)) return { class: 'version-too-new', version };
  if (window.isTooOld(version)) return { class: 'version-too-old', version };
  const deprecation = descriptor.deprecated.find((deprecated) => deprecated.version === version);
  return { class: 'migratable', version, removedIn: deprecation?.removedIn ?? null };
}
