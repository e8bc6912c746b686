import type { Result } from 'neverthrow';
import { canonicalJson, type CanonicalFault } from '../../codec/canonical-json.js';
import type { ArchiveHeader } from './model.js';

/**
 * Writes a header as canonical JSON (RFC 8785).
 *
 * @returns the UTF-8 bytes; `not-i-json` where a name or a metadata text holds a lone surrogate; `too-large` where the
 * text is longer than the host can hold.
 */
export function encodeHeader({ header_version, asset_table, preload }: ArchiveHeader): Result<Uint8Array, CanonicalFault> {
  return canonicalJson({ asset_table, header_version, preload });
}
