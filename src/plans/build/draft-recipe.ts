import { err, ok } from 'neverthrow';
import { ASSET_TYPES, type AssetBody } from '../../artifacts/asset/model.js';
import type { RegistryRecord } from '../../artifacts/registry/model.js';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import { withoutErrors } from '../../diagnostics/without-errors.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { AssetState } from '../../workspace/asset-state.js';
import { missingRegistry } from '../../workspace/missing-registry.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { ArchiveRecipe, RecipeAsset } from '../compose/archive-recipe.js';
import { assignSlots, type IncludedAsset } from './assign-slots.js';

interface Buildable extends IncludedAsset {
  readonly recipe: RecipeAsset<WorkspacePath>;
}

/** Metadata in the order that the header has it in. */
function byKey(metadata: RecipeAsset['metadata']): RecipeAsset['metadata'] {
  return Object.fromEntries(Object.entries(metadata).sort(([a], [b]) => compareStrings(a, b)));
}

/** Keys in canonical order, so that the digest of the plan copies nothing. */
function recipeOf(
  { asset_id, asset_uuid }: RegistryRecord,
  root: string,
  { name, type, output }: AssetBody,
  inputs: AssetState['inputs'],
): RecipeAsset<WorkspacePath> {
  const ordered = inputs.map(({ role, path, file, size, sha256 }) => ({ file, path, role, sha256, size }));
  const metadata = byKey(output.metadata ?? {});
  return { asset_id, asset_name: name, asset_uuid, bank_type: ASSET_TYPES[type].bankType, inputs: ordered, metadata, root };
}

function findBuildable({ assets }: WorkspaceSnapshot): readonly Buildable[] {
  const buildable = assets.flatMap(({ root, identity, body, inputs }): readonly Buildable[] => {
    const { record } = identity;
    if (identity.class !== 'ok' || record === null || !record.included_in_build || body === null) return [];
    const { asset_id } = record;
    return [{ asset_id, root, body, recipe: recipeOf(record, root, body, inputs) }];
  });
  return buildable.sort((a, b) => a.asset_id - b.asset_id);
}

function nothingIncluded(records: number): Diagnostic {
  const location = { kind: 'file', file: REGISTRY_PATH } as const;
  return diagnose('BUILD_NOTHING_INCLUDED', { artifact: 'registry', location, data: { records } });
}

/**
 * Says what a build of a snapshot consists of: the included assets by asset_id, their inputs in packing order, and what is
 * preloaded. Pure.
 *
 * Refused, with everything there is to say of the workspace, while the registry or the folders are in doubt, or an asset
 * that the build depends on has an error, an unsettled identity, or one that stands in no file yet. Files of earlier
 * versions are taken as they are once migrated; where only current ones are accepted, nothing is built.
 *
 * Codes: REGISTRY_MISSING, BUILD_NOTHING_INCLUDED (warning), BUILD_SLOT_ASSIGNED (info), BUILD_SLOTS_EXHAUSTED, and
 * whatever the snapshot tells.
 */
export function draftRecipe(snapshot: WorkspaceSnapshot): Outcome<ArchiveRecipe<WorkspacePath>> {
  const { registry } = snapshot;
  const told: Diagnostic[] = [...snapshot.diagnostics];
  const missing = registry === null && !hasErrors(told);
  if (missing) told.push(missingRegistry());
  const blocked =
    snapshot.blocked || snapshot.buildBlocked || registry === null || snapshot.assets.some((asset) => asset.reachable && asset.blocked);
  if (blocked) return err(isNonEmpty(told) ? told : [missingRegistry()]);

  const buildable = findBuildable(snapshot);
  const { preload, diagnostics: slotted } = assignSlots(buildable);
  if (hasErrors(slotted) && isNonEmpty(slotted)) return err(slotted);
  const notes = [...withoutErrors(told), ...slotted];
  if (buildable.length === 0) notes.push(nothingIncluded(registry.assets.length));
  const value = { assets: buildable.map(({ recipe }) => recipe), preload };
  return ok({ value, diagnostics: notes.sort(compareDiagnostics) });
}
