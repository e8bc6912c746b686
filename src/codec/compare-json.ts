import { jsonEquals } from './json-equals.js';
import { isJsonObject, memberKeys } from './json-object.js';

/** How one JSON value becomes another, as a tree that only holds what differs. */
export type JsonChange = JsonReplacement | JsonObjectChange | JsonArrayChange;

/** Another value stands in its place. */
export interface JsonReplacement {
  /** Tells the kinds apart. */
  readonly kind: 'replaced';
  /** The new value. */
  readonly value: unknown;
}

/** An object stays, with other members. */
export interface JsonObjectChange {
  /** Tells the kinds apart. */
  readonly kind: 'object';
  /** The members that change or go, in the order that the object had. */
  readonly members: ReadonlyMap<string, JsonChange | 'removed'>;
  /** The members that come in, in the order of the object afterwards. */
  readonly added: ReadonlyMap<string, unknown>;
}

/** An array stays, with other items: some change where they stand, then some go or some come in at one place. */
export interface JsonArrayChange {
  /** Tells the kinds apart. */
  readonly kind: 'array';
  /** The items that change, by index, ascending. All stand before `at`. */
  readonly items: ReadonlyMap<number, JsonChange>;
  /** Index at which items go or come in. */
  readonly at: number;
  /** How many go there; 0 where some come in. */
  readonly removed: number;
  /** What comes in there. */
  readonly added: readonly unknown[];
}

type JsonRecord = Readonly<Record<string, unknown>>;

function compareObjects(before: JsonRecord, after: JsonRecord): JsonObjectChange | null {
  const members = new Map<string, JsonChange | 'removed'>();
  const keysBefore = memberKeys(before);
  const keysAfter = memberKeys(after);
  const remaining = new Set(keysAfter);
  for (const key of keysBefore) {
    const change = remaining.has(key) ? compareJson(before[key], after[key]) : 'removed';
    if (change !== null) members.set(key, change);
  }
  const known = new Set(keysBefore);
  const added = new Map(keysAfter.filter((key) => !known.has(key)).map((key) => [key, after[key]]));
  return members.size === 0 && added.size === 0 ? null : { kind: 'object', members, added };
}

/**
 * Equal items at the beginning and the end are paired, then those between from the front; what is left over goes or comes
 * in. Linear: an item that fails to pair from the end is one that is left over and never looked into again.
 */
function compareArrays(before: readonly unknown[], after: readonly unknown[]): JsonArrayChange | null {
  const shorter = Math.min(before.length, after.length);
  const items = new Map<number, JsonChange>();
  let from = 0;
  let first: JsonChange | null = null;
  while (from < shorter && first === null) {
    first = compareJson(before[from], after[from]);
    if (first === null) from += 1;
  }
  let endBefore = before.length;
  let endAfter = after.length;
  if (endBefore !== endAfter) {
    while (endBefore > from && endAfter > from && jsonEquals(before[endBefore - 1], after[endAfter - 1])) {
      endBefore -= 1;
      endAfter -= 1;
    }
  }
  const at = Math.min(endBefore, endAfter);
  for (let index = from; index < at; index++) {
    const change = index === from ? first : compareJson(before[index], after[index]);
    if (change !== null) items.set(index, change);
  }
  const removed = endBefore - at;
  return items.size === 0 && removed === 0 && endAfter === at
    ? null
    : { kind: 'array', items, at, removed, added: after.slice(at, endAfter) };
}

/**
 * Compares two JSON values, equal as `jsonEquals` has it, in time proportional to their size. The same two values always
 * give the same change.
 *
 * @param before - plain JSON data, like `after`; looked into as deep as it is nested.
 * @returns null where they are equal.
 */
export function compareJson(before: unknown, after: unknown): JsonChange | null {
  if (Array.isArray(before) && Array.isArray(after)) return compareArrays(before, after);
  if (isJsonObject(before) && isJsonObject(after)) return compareObjects(before, after);
  return Object.is(before, after) ? null : { kind: 'replaced', value: after };
}
