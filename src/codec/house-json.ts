import { compareStrings } from '../base/compare-strings.js';

/**
 * The order of an object's keys: names in order, each alone or with the order inside its value; an array passes it on to
 * its items. Keys that are not named come after them, by code units, and so do all keys where there is no order.
 */
export type KeyOrder = readonly (string | readonly [key: string, inside: KeyOrder])[];

interface Placed {
  readonly rank: number;
  readonly inside: KeyOrder;
}

function placeKeys(order: KeyOrder): ReadonlyMap<string, Placed> {
  return new Map(
    order.map((entry, rank) => (typeof entry === 'string' ? [entry, { rank, inside: [] }] : [entry[0], { rank, inside: entry[1] }])),
  );
}

function block(items: readonly string[], open: string, close: string, indent: string): string {
  return items.length === 0 ? open + close : `${open}\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}${close}`;
}

function write(node: unknown, order: KeyOrder, indent: string): string {
  if (typeof node !== 'object' || node === null) return JSON.stringify(node);
  const deeper = `${indent}  `;
  if (Array.isArray(node))
    return block(
      node.map((item) => write(item, order, deeper)),
      '[',
      ']',
      indent,
    );
  const places = placeKeys(order);
  const rankOf = (key: string): number => places.get(key)?.rank ?? order.length;
  const members = Object.entries(node)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || compareStrings(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}: ${write(member, places.get(key)?.inside ?? [], deeper)}`);
  return block(members, '{', '}', indent);
}

/**
 * Writes a JSON value in the canonical form of machine-written files: two spaces, LF, final newline, keys in the order of
 * the schema. Keys are written as they come, so integer-like ones are not reordered.
 */
export function writeHouseJson(value: unknown, order: KeyOrder): string {
  return `${write(value, order, '')}\n`;
}
