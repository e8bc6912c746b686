import { writeHouseJson } from '../../codec/house-json.js';
import { assetKeyOrder } from './asset-key-order.js';
import type { AssetDeclaration } from './model.js';

/** The text of a new `asset.json`. An existing one is hand-edited: it is changed by text edits, never written anew. */
export function serializeAsset(declaration: AssetDeclaration): string {
  return writeHouseJson(declaration, assetKeyOrder);
}
