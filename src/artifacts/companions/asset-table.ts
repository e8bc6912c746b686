import { writeHouseJson } from '../../codec/house-json.js';
import type { KeyOrder } from '../../codec/in-key-order.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import type { ArchiveAsset } from '../archive/model.js';
import { firstVersionDescriptor } from '../../versioning/first-version-descriptor.js';
import { parseCompanion, type CompanionSource } from './parse-companion.js';
import { assetTableSchemaV1 } from './versions/asset-table-v1.schema.js';

/** The content of `build/asset_table.json`: the archive's table, for tools. The archive stands where the two differ. */
export interface AssetTable {
  /** Schema version. */
  readonly schema_version: 1;
  /** SHA-256 of the archive's bytes before its payload, 64 lower-case hexadecimal digits. */
  readonly archive_digest: string;
  /** The table of the archive's header. */
  readonly asset_table: readonly ArchiveAsset[];
}

/** Versions of `asset_table.json`. */
export const assetTableDescriptor = /* @__PURE__ */ firstVersionDescriptor({ artifact: 'asset-table', whenUnsupported: 'rebuild' });

const KEY_ORDER: KeyOrder = [
  'schema_version',
  'archive_digest',
  ['asset_table', ['asset_id', 'asset_name', 'bank_type', 'codec', 'offset', 'size', 'decoded_size', 'sha256', 'metadata']],
];

/** The text of an `asset_table.json`, in the canonical form of machine-written files. */
export function serializeAssetTable(table: AssetTable): string {
  return writeHouseJson(table, KEY_ORDER);
}

/** Reads an `asset_table.json`. Codes: the JSON, version and structure areas. */
export function parseAssetTable(source: CompanionSource): Outcome<AssetTable> {
  return parseCompanion<AssetTable>(source, assetTableDescriptor, assetTableSchemaV1());
}
