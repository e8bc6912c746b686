import type { WireResult } from './wire-result.js';

/** A stretch of a list that was taken out of an answer. */
export interface AnswerPart {
  /** The keys that lead to the list. */
  readonly path: readonly string[];
  /** What goes to its end. */
  readonly items: readonly unknown[];
}

/** An answer without its long lists, and what they held. */
export interface SplitAnswer {
  /** The answer, with empty lists. */
  readonly answer: WireResult<unknown>;
  /** What goes into them, in order. */
  readonly parts: readonly AnswerPart[];
}

/** Most objects, lists and thousands of letters in one message: a few milliseconds of cloning. */
const MAX_WEIGHT = 2000;
/** How deep lists are looked for. */
const MAX_DEPTH = 4;
const LETTERS = 1000;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** How much there is to clone. */
function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length / LETTERS;
  if (!isObject(value) || ArrayBuffer.isView(value)) return 0;
  let weight = 1;
  for (const item of Object.values(value)) weight += weigh(item);
  return weight;
}

function sliceByWeight(items: readonly unknown[]): readonly (readonly unknown[])[] {
  const slices: unknown[][] = [];
  let total = MAX_WEIGHT;
  for (const item of items) {
    const weight = 1 + weigh(item);
    if (total + weight > MAX_WEIGHT) {
      slices.push([]);
      total = 0;
    }
    slices.at(-1)?.push(item);
    total += weight;
  }
  return slices;
}

function takeOut(value: unknown, path: readonly string[], parts: AnswerPart[]): unknown {
  if (!isObject(value) || ArrayBuffer.isView(value) || path.length > MAX_DEPTH) return value;
  if (Array.isArray(value)) {
    parts.push(...sliceByWeight(value).map((items) => ({ path, items })));
    return [];
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, takeOut(item, [...path, key], parts)]));
}

/** Takes the lists out of an answer that is too large to be sent at once. */
export function splitAnswer(answer: WireResult<unknown>): SplitAnswer {
  if (weigh(answer) <= MAX_WEIGHT) return { answer, parts: [] };
  const parts: AnswerPart[] = [];
  return { answer: takeOut(answer, [], parts) as WireResult<unknown>, parts };
}

/** Puts parts back into an answer; false where one leads nowhere. */
export function joinAnswer(answer: unknown, parts: readonly AnswerPart[]): boolean {
  return parts.every(({ path, items }) => {
    let place: unknown = answer;
    for (const key of path) place = isObject(place) && Object.hasOwn(place, key) ? place[key] : undefined;
    if (!Array.isArray(place)) return false;
    for (const item of items) place.push(item);
    return true;
  });
}
