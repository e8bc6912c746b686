import { compareStrings } from '../../src/base/compare-strings.js';
import { jsonPointer } from '../../src/codec/json-pointer.js';
import type { Json, Shape } from './shape.js';

/** Whether a hand-written check takes a value. */
export type Accepts = (value: Json) => boolean;

type Steps = readonly (string | number)[];

const NEW_KEY = 'zz_unknown';

/** The value at a place; undefined where there is none. */
export function valueAt(root: Json, steps: Steps): Json | undefined {
  return steps.reduce<Json | undefined>((value, step) => (value as Readonly<Record<string | number, Json>> | undefined)?.[step], root);
}

/** A copy in which a place holds another value; undefined takes it out. */
export function withValue(root: Json, steps: Steps, value: Json | undefined): Json {
  const copy = structuredClone(root) as Record<string | number, Json>;
  const last = steps.at(-1);
  if (last === undefined) return value ?? null;
  const holder = valueAt(copy, steps.slice(0, -1)) as Record<string | number, Json>;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

/** The places of a value and all that is in it, in the order of the value. */
export function placesIn(value: Json, steps: Steps = []): readonly Steps[] {
  if (typeof value !== 'object' || value === null) return [steps];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value as Readonly<Record<string, Json>>);
  return [steps, ...inside.flatMap(([step, member]) => placesIn(member as Json, [...steps, step]))];
}

const EDGES: readonly number[] = [0, 1, 65_535, 4_294_967_294, Number.MAX_SAFE_INTEGER];

const NUMBERS: readonly number[] = [...new Set(EDGES.flatMap((edge) => [-1, 0, 1].map((step) => edge + step))), 0.5, 1e300];

const LENGTHS: readonly number[] = [1, 7, 8, 31, 32, 33, 63, 64, 65];

/** Texts, by what is shown of them. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ...['', 'x', '-', '_', 'a-', 'a_', 'A', '9', 'ä', 'a b', 'a\n'].map((text) => [JSON.stringify(text), text] as const),
  ...LENGTHS.flatMap((length) => ['a', 'z', 'F'].map((letter) => [`"${letter}" × ${length}`, letter.repeat(length)] as const)),
]);

/** What a place takes, in words: a place that takes every text takes `any text`, and only one that takes none is tried with `words`. */
function takenAt(accepts: (probe: Json) => boolean, words: readonly string[]): readonly string[] {
  const plain = [null, true, false, [], {}, ...NUMBERS].filter((value) => accepts(value)).map((value) => JSON.stringify(value));
  const texts = [...TEXTS].filter(([, text]) => accepts(text)).map(([name]) => name);
  if (texts.length === TEXTS.size) return [...plain, 'any text'];
  const named = texts.length > 0 ? [] : words.filter((word) => accepts(word)).map((word) => JSON.stringify(word));
  return [...plain, ...texts, ...named.sort(compareStrings)];
}

/** The shape of one place of a sample: see probeStructure. */
export function probePlace(accepts: Accepts, sample: Json, steps: Steps, words: readonly string[]): Shape {
  const here = valueAt(sample, steps);
  const isObject = typeof here === 'object' && here !== null && !Array.isArray(here);
  return {
    ...(typeof steps.at(-1) === 'string' ? { optional: accepts(withValue(sample, steps, undefined)) } : {}),
    ...(isObject ? { unknownKeys: accepts(withValue(sample, [...steps, NEW_KEY], 'x')) ? 'taken' : 'refused' } : {}),
    takes: takenAt((probe) => accepts(withValue(sample, steps, probe)), words),
  };
}

/**
 * The shape of a check that is written by hand, as it shows itself: at each place of values that it takes, whether the
 * place may be empty, whether an object takes a key that it does not know, and which of a fixed list of values are taken.
 *
 * What the list does not tell apart is not seen: a shape from a schema is exact, this one is a net.
 *
 * @param samples - values that the check takes, by name; together they hold every key there is.
 * @param words - texts to try where no text of the list is taken.
 */
export function probeStructure(accepts: Accepts, samples: Readonly<Record<string, Json>>, words: readonly string[]): Shape {
  const shapes = Object.entries(samples).map(([name, sample]) => {
    if (!accepts(sample)) throw new Error(`The sample "${name}" is not taken: nothing can be told from it.`);
    const places = placesIn(sample).map((steps) => [jsonPointer(steps), probePlace(accepts, sample, steps, words)] as const);
    return [name, Object.fromEntries(places)] as const;
  });
  return { type: 'probed', samples: Object.fromEntries(shapes) };
}
