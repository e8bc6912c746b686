import { jsonPointer } from '../codec/json-pointer.js';
import { JSON_BUDGETS } from '../codec/json/read-json.js';
import { isReservedKey } from '../codec/json/reserved-keys.js';

/** How to look for what is foreign. */
export interface ForeignSearch {
  /** Most levels of arrays and objects inside each other; as many as a file may have where it is not given. */
  readonly maxDepth?: number;
  /** A value that was read from a text: what stands in the same place there is none of the step's doing. */
  readonly known?: unknown;
}

/** With the flag only a half without its other half matches. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isForeign(value: unknown): boolean {
  if (typeof value === 'string') return LONE_SURROGATE.test(value);
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0);
  if (value === null || typeof value === 'boolean') return false;
  if (!isContainer(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== (Array.isArray(value) ? Array.prototype : Object.prototype) && prototype !== null;
}

/** The keys that JSON would write, once it is certain that there are no others; null where there are. */
function plainKeys(container: object): readonly string[] | null {
  const keys = Object.keys(container);
  const isList = Array.isArray(container);
  const owned = Reflect.ownKeys(container).length - (isList ? 1 : 0); // the length of a list is a key of its own
  if (owned !== keys.length || (isList && container.length !== keys.length)) return null;
  return isList && keys.some((key, index) => key !== String(index)) ? null : keys;
}

function memberOf(value: unknown, key: string): unknown {
  return isContainer(value) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

function search(value: unknown, known: unknown, maxDepth: number, path: readonly string[]): string | null {
  if (value !== undefined && Object.is(value, known)) return null;
  if (isForeign(value)) return jsonPointer(path);
  if (!isContainer(value)) return null;
  const keys = path.length < maxDepth ? plainKeys(value) : null;
  if (keys === null) return jsonPointer(path);
  for (const key of keys) {
    const inside = [...path, key];
    const isPlain = !isReservedKey(key) && !LONE_SURROGATE.test(key);
    const found = isPlain ? search(memberOf(value, key), memberOf(known, key), maxDepth, inside) : jsonPointer(inside);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Finds what no JSON text that is read again could hold: undefined, functions, numbers that are not finite, -0, half a
 * surrogate pair, reserved keys, objects of a class, members that are computed or hidden, lists with holes, or nesting
 * deeper than any file may have (which a cycle is too). Runs nothing of what it looks at.
 *
 * @returns the RFC 6901 pointer to the first of them, or null.
 */
export function findForeignValue(value: unknown, { maxDepth = JSON_BUDGETS.maxDepth, known }: ForeignSearch = {}): string | null {
  return search(value, known, maxDepth, []);
}
