import { ok, type Result } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { type CanonicalFault, canonicalText } from './canonical-json.js';

/** About how many values are written at once. */
const PART = 4096;

/** So many characters of a text count as a value. */
const CHARACTERS = 64;

type Part = Result<string, CanonicalFault>;

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** How many values a value holds, itself included, a long text as many; counting stops above `most`. */
function weigh(value: unknown, most: number): number {
  if (!isContainer(value)) return typeof value === 'string' ? 1 + Math.floor(value.length / CHARACTERS) : 1;
  let weight = 1;
  const add = (item: unknown): boolean => {
    weight += weigh(item, most - weight);
    return weight > most;
  };
  if (Array.isArray(value)) (value as readonly unknown[]).some(add);
  else for (const key in value) if (add((value as Readonly<Record<string, unknown>>)[key])) break;
  return weight;
}

/** Items one behind the other, as many together as make a part; the brackets taken off again. */
function* partsOfItems(items: readonly unknown[]): Generator<Part> {
  let from = 0;
  let weight = 0;
  function* upTo(end: number): Generator<Part> {
    if (end <= from) return;
    yield canonicalText(items.slice(from, end)).map((text) => text.slice(1, -1));
    from = end;
    weight = 0;
  }
  for (const [index, item] of items.entries()) {
    const own = weigh(item, PART);
    if (weight + own > PART) yield* upTo(index);
    if (index === from && index > 0) yield ok(',');
    weight += own;
    if (own <= PART) continue;
    yield* canonicalParts(item);
    from = index + 1;
    weight = 0;
  }
  yield* upTo(items.length);
}

/**
 * The canonical JSON (RFC 8785) of plain data in parts, so that a long one is never in memory as a whole: put one behind the
 * other they are what `canonicalText` gives. A part that has no canonical form stands for the whole.
 */
export function* canonicalParts(value: unknown): Generator<Part> {
  if (!isContainer(value) || weigh(value, PART) <= PART) {
    yield canonicalText(value);
    return;
  }
  if (Array.isArray(value)) {
    yield ok('[');
    yield* partsOfItems(value);
    yield ok(']');
    return;
  }
  const members: [string, unknown][] = Object.entries(value).sort(([a], [b]) => compareStrings(a, b));
  for (const [index, [key, member]] of members.entries()) {
    const name = canonicalText(key);
    yield ok(index === 0 ? '{' : ',');
    yield name;
    yield ok(':');
    yield* canonicalParts(member);
  }
  yield ok('}');
}
