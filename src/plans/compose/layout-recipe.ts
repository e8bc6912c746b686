import type { Result } from 'neverthrow';
import { type ArchivePlan, planLayout } from '../../artifacts/archive/plan-layout.js';
import { JSON_BUDGETS } from '../../codec/json/read-json.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { ARCHIVE_PATH } from '../../paths/owned-paths.js';
import type { ArchiveRecipe } from './archive-recipe.js';

/** Gives every byte of the archive that a recipe makes its place. Codes: those of `planLayout`. */
export function layoutRecipe({ assets, preload }: ArchiveRecipe): Result<ArchivePlan, Failure> {
  const contents = assets.map(({ asset_id, asset_name, bank_type, metadata, inputs }) => {
    const size = inputs.reduce((bytes, input) => bytes + input.size, 0);
    return { asset_id, asset_name, bank_type, metadata, size };
  });
  return planLayout({ assets: contents, preload, file: ARCHIVE_PATH, maxHeaderBytes: JSON_BUDGETS.maxBytes });
}
