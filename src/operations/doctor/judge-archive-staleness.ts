import type { ArchiveAsset, ArchiveHeader } from '../../artifacts/archive/model.js';
import type { ArchiveRecipe, RecipeAsset } from '../../plans/compose/archive-recipe.js';
import { layoutRecipe } from '../../plans/compose/layout-recipe.js';
import { compareHeaders } from '../compare-headers.js';
import type { Staleness } from './artifact-report.js';

/** The digest of an asset's bytes, where reading its sources gave it: that of its one source. */
function knownDigest({ inputs }: RecipeAsset): string | null {
  const [only, ...more] = inputs;
  return only === undefined || more.length > 0 ? null : only.sha256;
}

/**
 * How an archive stands to its sources, by the rule of `verifyWorkspace`: the header that they would give now, field by field.
 * Digests that nobody worked out are taken to be those of the archive, and leave it `unknown` where nothing else is stale.
 *
 * @param recipe - what a build would put into the archive; null where it would be refused.
 */
export function judgeArchiveStaleness(header: ArchiveHeader, recipe: ArchiveRecipe | null): Staleness {
  const layout = recipe === null ? null : layoutRecipe(recipe).unwrapOr(null);
  if (recipe === null || layout === null) return 'unknown';
  const built = new Map(header.asset_table.map(({ asset_id, sha256 }) => [asset_id, sha256]));
  const known = new Map(recipe.assets.map((asset) => [asset.asset_id, knownDigest(asset)]));
  const expected = layout.header.asset_table.map((asset): ArchiveAsset => {
    const sha256 = known.get(asset.asset_id) ?? built.get(asset.asset_id) ?? '';
    return { ...asset, sha256 };
  });
  if (compareHeaders(header, { ...layout.header, asset_table: expected }).length > 0) return 'stale';
  return [...known.values()].includes(null) ? 'unknown' : 'current';
}
