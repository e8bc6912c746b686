import { compareStrings } from '../base/compare-strings.js';

/**
 * The order of an object's keys: names in order, each alone or with the order inside its value; an array passes it on to
 * its items. Keys that are not named come after them, by code units, and so do all keys where there is no order.
 */
export type KeyOrder = readonly (string | readonly [key: string, inside: KeyOrder])[];

/** Where a key that is named stands. */
interface KeyPlace {
  readonly rank: number;
  readonly inside: KeyPlaces;
}

/** The order of keys, made fast to ask. */
export type KeyPlaces = ReadonlyMap<string, KeyPlace>;

/** Makes an order fast to ask. */
export function placeKeys(order: KeyOrder): KeyPlaces {
  return new Map(
    order.map((entry, rank) => {
      const [key, inside] = typeof entry === 'string' ? [entry, []] : entry;
      return [key, { rank, inside: placeKeys(inside) }];
    }),
  );
}

/** All keys by code units, at every depth: the order of RFC 8785. */
export const BY_CODE_UNITS: KeyPlaces = new Map();

/** Which of two keys comes first. */
export function compareKeys(places: KeyPlaces, a: string, b: string): number {
  const rankOf = (key: string): number => places.get(key)?.rank ?? places.size;
  return (places.size > 0 ? rankOf(a) - rankOf(b) : 0) || compareStrings(a, b);
}

/** What cannot be put in order: the caller takes the long way. */
const UNABLE = Symbol('unable');

/** Deeper values are left to the long way, which knows cycles. */
const MOST_DEPTH = 200;

/** Objects put such keys first, by number, whatever the order they are given in. */
const INDEX_LIKE = /^(?:0|[1-9][0-9]{0,9})$/;

type Members = Readonly<Record<string, unknown>>;

const NOTHING_CHANGED: ReadonlyMap<string, unknown> = new Map();

function orderItems(items: readonly unknown[], places: KeyPlaces, depth: number): unknown {
  let ordered: unknown[] | null = null;
  for (let index = 0; index < items.length; index += 1) {
    const item = orderValue(items[index], places, depth);
    if (item === UNABLE) return UNABLE;
    if (ordered === null && item !== items[index]) ordered = items.slice(0, index);
    ordered?.push(item);
  }
  return ordered ?? items;
}

function rebuild(members: Members, places: KeyPlaces, changed: ReadonlyMap<string, unknown>): unknown {
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(members).sort((a, b) => compareKeys(places, a, b))) {
    if (key === '__proto__' || INDEX_LIKE.test(key)) return UNABLE;
    ordered[key] = changed.get(key) ?? members[key];
  }
  return ordered;
}

function orderMembers(members: Members, places: KeyPlaces, depth: number): unknown {
  let isOrdered = true;
  let previous: string | null = null;
  let changed: Map<string, unknown> | null = null;
  for (const key in members) {
    if (isOrdered && previous !== null && compareKeys(places, key, previous) < 0) isOrdered = false;
    previous = key;
    const value = members[key];
    if (typeof value === 'string') continue;
    const ordered = orderValue(value, places.get(key)?.inside ?? BY_CODE_UNITS, depth);
    if (ordered === UNABLE) return UNABLE;
    if (ordered !== value) changed = (changed ?? new Map<string, unknown>()).set(key, ordered);
  }
  return isOrdered && changed === null ? members : rebuild(members, places, changed ?? NOTHING_CHANGED);
}

function orderValue(value: unknown, places: KeyPlaces, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : UNABLE;
  if (typeof value !== 'object' || depth > MOST_DEPTH || 'toJSON' in value) return UNABLE;
  if (Array.isArray(value)) return orderItems(value, places, depth + 1);
  return Object.getPrototypeOf(value) === Object.prototype ? orderMembers(value as Members, places, depth + 1) : UNABLE;
}

/**
 * The same plain data with all keys in order, so that `JSON.stringify` writes them so. What stands in order already, and most
 * of what the packer makes does, is not copied.
 *
 * @returns null for what cannot be put in order so: keys that objects order by number, what is no plain data, nothing.
 */
export function inKeyOrder(value: unknown, places: KeyPlaces): { readonly value: unknown } | null {
  const ordered = orderValue(value, places, 0);
  return ordered === UNABLE ? null : { value: ordered };
}
