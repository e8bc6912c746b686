import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import { classifyVersion as classifyByDescriptor, type VersionClass } from '../versioning/classify-version.js';
import { versionSurfaces, type VersionSurface } from './version-surfaces.js';

/**
 * Tells where a version of an artifact stands for this release: current, migratable, too new, too old, malformed or
 * missing. Nothing else of the file matters to it. `archive` means its envelope, which a reader meets first.
 *
 * @param token - the version's own text in the file, such as `4` or `"4"` or `4.0`; of the envelope its major number in
 * decimal digits; undefined where the file has none.
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
  return classifyByDescriptor(versionSurfaces[artifact === 'archive' ? 'archive-envelope' : artifact], token);
}
