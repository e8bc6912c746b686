import { BY_CODE_UNITS, compareKeys, inKeyOrder, type KeyOrder, type KeyPlaces, placeKeys } from './in-key-order.js';

/** A member as it is written somewhere. */
export interface HouseTokens {
  /** Its key, with the quotes. */
  readonly key: string;
  /** Its value. */
  readonly value: string;
}

/**
 * Tells how a member whose key is not named is to be written; undefined for the canonical form. What it tells has to mean
 * the member.
 *
 * @param path - the keys and indices that lead to the member in the value that is written.
 */
export type KeepTokens = (path: readonly (string | number)[]) => HouseTokens | undefined;

function block(items: readonly string[], open: string, close: string, indent: string): string {
  return items.length === 0 ? open + close : `${open}\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}${close}`;
}

/** Where in the value the writing stands; tokens are asked for down to the first key that is not named. */
interface Standing {
  readonly path: readonly (string | number)[];
  readonly keep: KeepTokens | null;
}

function step({ path, keep }: Standing, to: string | number): Standing {
  return keep === null ? { path, keep } : { path: [...path, to], keep };
}

function write(node: unknown, places: KeyPlaces, indent: string, standing: Standing): string {
  if (typeof node !== 'object' || node === null) return JSON.stringify(node);
  const deeper = `${indent}  `;
  if (Array.isArray(node)) {
    const items = node.map((item, index) => write(item, places, deeper, step(standing, index)));
    return block(items, '[', ']', indent);
  }
  const members = Object.entries(node)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareKeys(places, a, b))
    .map(([key, member]) => {
      const place = places.get(key);
      const inside = place === undefined ? { path: [], keep: null } : step(standing, key);
      const kept = place === undefined ? standing.keep?.([...standing.path, key]) : undefined;
      if (kept !== undefined) return `${kept.key}: ${kept.value}`;
      return `${JSON.stringify(key)}: ${write(member, place?.inside ?? BY_CODE_UNITS, deeper, inside)}`;
    });
  return block(members, '{', '}', indent);
}

/**
 * Writes a JSON value in the canonical form of machine-written files: two spaces, LF, final newline, keys in the order of
 * the schema. Keys are written as they come, so integer-like ones are not reordered. What can be put in order first is written
 * natively: two spaces a level is what `JSON.stringify` does.
 *
 * @param keep - how members whose keys are not named are written, to keep what somebody else wrote byte for byte.
 */
export function writeHouseJson(value: unknown, order: KeyOrder, keep: KeepTokens | null = null): string {
  const places = placeKeys(order);
  const ordered = keep === null ? inKeyOrder(value, places) : null;
  const text = ordered === null ? write(value, places, '', { path: [], keep }) : JSON.stringify(ordered.value, null, 2);
  return `${text}\n`;
}
