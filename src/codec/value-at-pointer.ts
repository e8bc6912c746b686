import { parseJsonPointer } from './json-pointer.js';
import { valueAt } from './value-at.js';

/** The value at an RFC 6901 pointer; undefined, which is no JSON, where the pointer leads nowhere. */
export function valueAtPointer(root: unknown, pointer: string): unknown {
  return valueAt(root, parseJsonPointer(pointer) ?? []);
}
