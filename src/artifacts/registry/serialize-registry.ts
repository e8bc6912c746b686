import { type KeyOrder, writeHouseJson } from '../../codec/house-json.js';
import type { Registry } from './model.js';

const KEY_ORDER: KeyOrder = [
  '$schema',
  'schema_version',
  'project_uuid',
  'next_asset_id',
  ['assets', ['asset_id', 'asset_uuid', 'root', 'included_in_build']],
  ['retired', ['asset_id', 'asset_uuid']],
];

function byAssetId(a: { readonly asset_id: number }, b: { readonly asset_id: number }): number {
  return a.asset_id - b.asset_id;
}

/**
 * The text of an `index.json`: the canonical form of machine-written files, records by asset_id. Unknown keys that the
 * value carries are written too.
 */
export function serializeRegistry(registry: Registry): string {
  const sorted = { ...registry, assets: [...registry.assets].sort(byAssetId), retired: [...registry.retired].sort(byAssetId) };
  return writeHouseJson(sorted, KEY_ORDER);
}
