import type { SourceKind } from '../sources/source-kind.js';

/** Contents of source files that were checked elsewhere. */
export interface SoundContents {
  /**
   * Whether a check of the bytes with this digest finds nothing at all, no warning either.
   *
   * @param sha256 - of all bytes, as 64 lower-case hexadecimal digits.
   */
  has(kind: SourceKind, sha256: string): boolean;
}
