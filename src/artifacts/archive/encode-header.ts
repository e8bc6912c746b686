import type { Result } from 'neverthrow';
import { compareStrings } from '../../base/compare-strings.js';
import { canonicalJson, orderedJson, type CanonicalFault } from '../../codec/canonical-json.js';
import type { MetadataValue } from '../asset/model.js';
import type { ArchiveAsset, ArchiveHeader } from './model.js';

const LONE_SURROGATE = /\p{Surrogate}/u;
const ARRAY_INDEX = /^(?:0|[1-9][0-9]{0,9})$/;

function isPlainValue(value: MetadataValue): boolean {
  return typeof value === 'string' ? !LONE_SURROGATE.test(value) : typeof value === 'boolean' || Number.isFinite(value);
}

/** Whether `JSON.stringify` keeps the order that keys are inserted in, and the text needs no escape that RFC 8785 lacks. */
function isPlain({ asset_name, metadata }: ArchiveAsset): boolean {
  return (
    isPlainValue(asset_name) &&
    Object.entries(metadata).every(([key, value]) => !ARRAY_INDEX.test(key) && isPlainValue(key) && isPlainValue(value))
  );
}

function inCanonicalOrder(asset: ArchiveAsset): ArchiveAsset {
  const { asset_id, asset_name, bank_type, codec, decoded_size, offset, sha256, size } = asset;
  const metadata = Object.fromEntries(Object.entries(asset.metadata).sort(([a], [b]) => compareStrings(a, b)));
  return { asset_id, asset_name, bank_type, codec, decoded_size, metadata, offset, sha256, size };
}

/**
 * Writes a header as canonical JSON (RFC 8785).
 *
 * @returns the UTF-8 bytes; `not-i-json` where a name or a metadata text holds a lone surrogate; `too-large` where the
 * text is longer than the host can hold.
 */
export function encodeHeader({ header_version, asset_table, preload }: ArchiveHeader): Result<Uint8Array, CanonicalFault> {
  if (!asset_table.every(isPlain)) return canonicalJson({ header_version, asset_table, preload });
  return orderedJson({
    asset_table: asset_table.map(inCanonicalOrder),
    header_version,
    preload: preload.map(({ asset_id, slot }) => ({ asset_id, slot })),
  });
}
