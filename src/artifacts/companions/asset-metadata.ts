import { writeHouseJson } from '../../codec/house-json.js';
import type { KeyOrder } from '../../codec/in-key-order.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import { firstVersionDescriptor } from '../../versioning/first-version-descriptor.js';
import { parseCompanion, type CompanionSource } from './parse-companion.js';
import { assetMetadataSchemaV1 } from './versions/asset-metadata-v1.schema.js';

/** A source file as it went into the archive. */
export interface AssetMetadataInput {
  /** The role it was packed under. */
  readonly role: string;
  /** Its path, relative to the asset's folder. */
  readonly path: string;
  /** Its first byte, counted from the asset's first byte. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** Where an asset of the archive came from. */
export interface AssetMetadataRecord {
  /** Runtime number. */
  readonly asset_id: number;
  /** Identity: canonical lower-case uuid. */
  readonly asset_uuid: string;
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Its source files in packing order. */
  readonly inputs: readonly AssetMetadataInput[];
}

/** The content of `build/asset_table_metadata.json`: where the archive's bytes came from, for tools. */
export interface AssetMetadata {
  /** Schema version. */
  readonly schema_version: 1;
  /** SHA-256 of the archive's bytes before its payload, 64 lower-case hexadecimal digits. */
  readonly archive_digest: string;
  /** One record for each asset of the archive, by `asset_id`. */
  readonly assets: readonly AssetMetadataRecord[];
}

/** Versions of `asset_table_metadata.json`. */
export const assetMetadataDescriptor = /* @__PURE__ */ firstVersionDescriptor({ artifact: 'asset-metadata', whenUnsupported: 'rebuild' });

const KEY_ORDER: KeyOrder = [
  'schema_version',
  'archive_digest',
  ['assets', ['asset_id', 'asset_uuid', 'root', ['inputs', ['role', 'path', 'offset', 'size', 'sha256']]]],
];

/** The text of an `asset_table_metadata.json`, in the canonical form of machine-written files. */
export function serializeAssetMetadata(metadata: AssetMetadata): string {
  return writeHouseJson(metadata, KEY_ORDER);
}

/** Reads an `asset_table_metadata.json`. Codes: the JSON, version and structure areas. */
export function parseAssetMetadata(source: CompanionSource): Outcome<AssetMetadata> {
  return parseCompanion<AssetMetadata>(source, assetMetadataDescriptor, assetMetadataSchemaV1());
}
