import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE } from './ascii.js';
import type { ByteSpan } from './json-fault.js';
import { stringEnd } from './scalar-end.js';
import { unescapeToken } from './unescape-token.js';
import { textBetween } from './utf8.js';
import { afterBlank, isContainer, valueEnd } from './value-end.js';

/** Where a value of a JSON text stands. */
export interface Located {
  /** The value. */
  readonly value: ByteSpan;
  /** Its key, with the quotes; null for an item of an array and for the whole document. */
  readonly key: ByteSpan | null;
  /** Whether the pointer led all the way here. */
  readonly exact: boolean;
}

/** Offsets of the keys of an object, or of the items of an array, by step of a pointer. */
type Members = ReadonlyMap<string, number> | readonly number[];

const INDEX = /^(?:0|[1-9][0-9]{0,15})$/;

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueOfKey(bytes: Uint8Array, keyStart: number): number {
  const colon = afterBlank(bytes, stringEnd(bytes, keyStart));
  return afterBlank(bytes, colon + 1);
}

function membersOf(bytes: Uint8Array, start: number): Members {
  const isObject = bytes[start] === OPEN_BRACE;
  const keys = new Map<string, number>();
  const items: number[] = [];
  let at = afterBlank(bytes, start + 1);
  while (bytes[at] !== CLOSE_BRACE && bytes[at] !== CLOSE_BRACKET) {
    if (isObject) keys.set(unescapeToken(textBetween(bytes, at, stringEnd(bytes, at))), at);
    else items.push(at);
    at = afterBlank(bytes, valueEnd(bytes, isObject ? valueOfKey(bytes, at) : at));
    if (bytes[at] === COMMA) at = afterBlank(bytes, at + 1);
  }
  return isObject ? keys : items;
}

/**
 * Finds out where values stand in a text that is known to be JSON. Each array or object on the way is looked through
 * once, when a pointer first leads into it, so that many questions cost little more than one.
 *
 * The answer for a pointer that leads nowhere is the nearest value above.
 */
export function createLocator(bytes: Uint8Array): (pointer: string) => Located {
  const looked = new Map<number, Members>();
  const ends = new Map<number, number>();
  const memoized = <T>(memory: Map<number, T>, start: number, find: (bytes: Uint8Array, start: number) => T): T => {
    const known = memory.get(start);
    if (known !== undefined) return known;
    const found = find(bytes, start);
    memory.set(start, found);
    return found;
  };
  const stepInto = (start: number, step: string): number | undefined => {
    if (!isContainer(bytes[start])) return undefined;
    const members = memoized(looked, start, membersOf);
    if ('get' in members) return members.get(step);
    return INDEX.test(step) ? members[Number(step)] : undefined;
  };
  return (pointer) => {
    let start = afterBlank(bytes, 0);
    let keyStart: number | undefined;
    let exact = true;
    for (const step of stepsOf(pointer)) {
      const next = stepInto(start, step);
      if (next === undefined) {
        exact = false;
        break;
      }
      keyStart = bytes[start] === OPEN_BRACE ? next : undefined;
      start = keyStart === undefined ? next : valueOfKey(bytes, keyStart);
    }
    const end = isContainer(bytes[start]) ? memoized(ends, start, valueEnd) : valueEnd(bytes, start);
    const key = keyStart === undefined ? null : { offset: keyStart, length: stringEnd(bytes, keyStart) - keyStart };
    return { value: { offset: start, length: end - start }, key, exact };
  };
}
