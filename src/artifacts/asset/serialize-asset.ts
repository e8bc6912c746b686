import { type KeyOrder, writeHouseJson } from '../../codec/house-json.js';
import type { AssetDeclaration } from './model.js';

const KEY_ORDER: KeyOrder = [
  '$schema',
  'schema_version',
  'asset_uuid',
  'name',
  'type',
  'inputs',
  ['output', ['format', 'codec', 'metadata']],
  ['preload', ['enabled', 'slot']],
  'extensions',
];

/** The text of a new `asset.json`. An existing one is hand-edited: it is changed by text edits, never written anew. */
export function serializeAsset(declaration: AssetDeclaration): string {
  return writeHouseJson(declaration, KEY_ORDER);
}
