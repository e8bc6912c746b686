import { isJsonObject, memberKeys } from './json-object.js';

/**
 * Whether two JSON values are the same: the same types, the same members whatever their order, the same items in the
 * same order. Numbers are compared by `Object.is`: what JavaScript tells apart differs, so `-0` is not `0`. A member that
 * is undefined counts as absent, as `JSON.stringify` has it.
 */
export function jsonEquals(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => jsonEquals(item, b[index]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = memberKeys(a);
  return keys.length === memberKeys(b).length && keys.every((key) => Object.hasOwn(b, key) && jsonEquals(a[key], b[key]));
}
