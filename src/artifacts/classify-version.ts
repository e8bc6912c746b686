import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import { classifyVersion as classifyByDescriptor, type VersionClass } from '../versioning/classify-version.js';
import { versionSurfaces, type VersionSurface } from './version-surfaces.js';

/** What programs without types may have for a token, as text. */
function textOf(token: unknown): string | undefined {
  if (token === undefined || typeof token === 'string') return token;
  return typeof token === 'number' ? String(token) : typeof token;
}

/**
 * Tells where a version of an artifact stands for this release: current, migratable, too new, too old, malformed or
 * missing. Nothing else of the file matters to it. `archive` means its envelope, which a reader meets first. An artifact that this
 * release does not know can only be a later one's, so each version of it is too new. Never throws, whatever it is given.
 *
 * @param token - the version's own text in the file, such as `4` or `"4"` or `4.0`; of the envelope its major number in
 * decimal digits; undefined where the file has none. A number is taken as its digits; what is no text is malformed, and told by
 * its type.
 *
 * @example
 * ```ts
 * import { classifyVersion } from 'prometeu-packer';
 *
 * console.log(classifyVersion('journal', '2')); // { class: 'version-too-new', version: 2 }
 * console.log(classifyVersion('journal', '"1"')); // { class: 'version-malformed', token: '"1"' }
 * ```
 */
export function classifyVersion(artifact: ArtifactKind | VersionSurface, token: string | undefined): VersionClass {
  const surface = artifact === 'archive' ? 'archive-envelope' : artifact;
  const isKnown = typeof surface === 'string' && Object.hasOwn(versionSurfaces, surface);
  const judged = classifyByDescriptor(versionSurfaces[isKnown ? surface : 'asset'], textOf(token));
  return isKnown || !('version' in judged) ? judged : { class: 'version-too-new', version: judged.version };
}
