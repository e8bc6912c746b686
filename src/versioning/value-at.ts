import { parseJsonPointer } from '../codec/json-pointer.js';

/** The value at an RFC 6901 pointer; undefined, which is no JSON, where the pointer leads nowhere. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of parseJsonPointer(pointer) ?? []) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
