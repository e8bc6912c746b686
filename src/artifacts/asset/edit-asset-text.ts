import { editJsonText } from '../../codec/edit-json-text/edit-json-text.js';
import type { KeyOrder } from '../../codec/in-key-order.js';
import { parseJsonPointer } from '../../codec/json-pointer.js';
import { valueAtPointer } from '../../codec/value-at-pointer.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { assetKeyOrder } from './asset-key-order.js';

function orderAt(pointer: string): KeyOrder {
  return (parseJsonPointer(pointer) ?? []).reduce<KeyOrder>((order, step) => {
    const entry = order.find((named) => typeof named !== 'string' && named[0] === step);
    return entry === undefined || typeof entry === 'string' ? [] : entry[1];
  }, assetKeyOrder);
}

/**
 * The text of an `asset.json` that says something else: what a person wrote stays as it is, and a new key comes after the
 * nearest key before it in the packer's own order; one that this order does not have comes last.
 *
 * @param text - a declaration that the strict reader accepts.
 * @param value - what it is to say.
 */
export function editAssetText(text: string, value: JsonObject): string {
  const newKeyAfter = (object: string, key: string): string | null | undefined => {
    const names = orderAt(object).map((named) => (typeof named === 'string' ? named : named[0]));
    const place = names.indexOf(key);
    if (place < 0) return undefined;
    const present = new Set(Object.keys(valueAtPointer(value, object) ?? {}));
    return names.slice(0, place).findLast((name) => present.has(name)) ?? null;
  };
  return editJsonText(text, value, { newKeyAfter });
}
