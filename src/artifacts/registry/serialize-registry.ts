import { type KeepTokens, writeHouseJson } from '../../codec/house-json.js';
import type { KeyOrder } from '../../codec/in-key-order.js';
import { jsonEquals } from '../../codec/json-equals.js';
import { jsonPointer } from '../../codec/json-pointer.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import { valueAt } from '../../codec/value-at.js';
import type { Registry } from './model.js';

const KEY_ORDER: KeyOrder = [
  '$schema',
  'schema_version',
  'project_uuid',
  'next_asset_id',
  ['assets', ['asset_id', 'asset_uuid', 'root', 'included_in_build']],
  ['retired', ['asset_id', 'asset_uuid']],
];

type Path = readonly (string | number)[];

function byAssetId(a: { readonly asset_id: number }, b: { readonly asset_id: number }): number {
  return a.asset_id - b.asset_id;
}

/** Where the entries of a list stand, by asset_id; the first of those that have the same. */
function placesById(list: unknown): ReadonlyMap<unknown, number> {
  const entries = Array.isArray(list) ? list.map((entry: unknown, index): [unknown, number] => [valueAt(entry, ['asset_id']), index]) : [];
  return new Map(entries.reverse());
}

/** Finds members with unknown keys in the original, those of records and retired entries by asset_id, where they still mean the same. */
function keepFrom(original: JsonDocument, written: Registry): KeepTokens {
  const places = new Map(['assets', 'retired'].map((list) => [list, placesById(valueAt(original.value, [list]))]));
  const originalPath = (path: Path): Path | null => {
    const [list = '', index] = path;
    if (index === undefined) return path;
    const place = places.get(String(list))?.get(valueAt(written, [list, index, 'asset_id']));
    return place === undefined ? null : [list, place, ...path.slice(2)];
  };
  return (path) => {
    const from = originalPath(path);
    if (from === null || !jsonEquals(valueAt(original.value, from), valueAt(written, path))) return undefined;
    const pointer = jsonPointer(from);
    const key = original.tokenAt(pointer, 'key');
    const value = original.tokenAt(pointer);
    return key === undefined || value === undefined ? undefined : { key, value };
  };
}

/**
 * The text of an `index.json`: the canonical form of machine-written files, records by asset_id. Unknown keys that the
 * value carries are written too.
 *
 * @param original - the text that the registry comes from: unknown keys that stay are kept from it byte for byte, keys and
 * values, at the top level, in records and in retired entries. Without it they are written in the canonical form.
 */
export function serializeRegistry(registry: Registry, original?: JsonDocument): string {
  const sorted = { ...registry, assets: [...registry.assets].sort(byAssetId), retired: [...registry.retired].sort(byAssetId) };
  return writeHouseJson(sorted, KEY_ORDER, original === undefined ? null : keepFrom(original, sorted));
}
