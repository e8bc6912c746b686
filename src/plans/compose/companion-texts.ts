import type { ArchiveHeader } from '../../artifacts/archive/model.js';
import { type AssetMetadataRecord, serializeAssetMetadata } from '../../artifacts/companions/asset-metadata.js';
import { serializeAssetTable } from '../../artifacts/companions/asset-table.js';
import { serializePreload } from '../../artifacts/companions/preload.js';
import { ASSET_METADATA_PATH, ASSET_TABLE_PATH, PRELOAD_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { ArchiveRecipe, RecipeAsset } from './archive-recipe.js';
import type { CopiedAsset } from './recipe-digests.js';

/** An archive that was put together. */
export interface ComposedArchive {
  /** Its header, digests filled in. */
  readonly header: ArchiveHeader;
  /** SHA-256 of its bytes before the payload. */
  readonly archiveDigest: string;
  /** What was copied for each asset of the recipe. */
  readonly copied: readonly CopiedAsset[];
}

function metadataRecord({ asset_id, asset_uuid, root, inputs }: RecipeAsset, digests: readonly string[]): AssetMetadataRecord {
  let end = 0;
  const placed = inputs.map(({ role, path, size }, index) => {
    const offset = end;
    end += size;
    return { role, path, offset, size, sha256: digests[index] ?? '' };
  });
  return { asset_id, asset_uuid, root, inputs: placed };
}

/** The texts of the three companions of an archive, by path. */
export function companionTexts(
  { assets }: ArchiveRecipe,
  { header, archiveDigest: archive_digest, copied }: ComposedArchive,
): readonly (readonly [WorkspacePath, string])[] {
  const { asset_table, preload } = header;
  const records = assets.map((asset, index) => metadataRecord(asset, copied[index]?.inputs ?? []));
  return [
    [ASSET_TABLE_PATH, serializeAssetTable({ schema_version: 1, archive_digest, asset_table })],
    [ASSET_METADATA_PATH, serializeAssetMetadata({ schema_version: 1, archive_digest, assets: records })],
    [PRELOAD_PATH, serializePreload({ schema_version: 1, archive_digest, preload })],
  ];
}
