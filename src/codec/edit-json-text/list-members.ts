import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE } from '../json/ascii.js';
import { stringEnd } from '../json/scalar-end.js';
import { unescapeToken } from '../json/unescape-token.js';
import { afterBlank } from '../json/value-end.js';
import type { JsonSource } from './json-source.js';

/** A member of an object, or an item of an array, as it is written. */
export interface WrittenMember {
  /** The key; null for an item. */
  readonly key: string | null;
  /** Where it begins: the quote of the key, or the value. */
  readonly start: number;
  /** From the key to the value, such as `: `; empty for an item. */
  readonly colon: string;
  /** Where its value begins. */
  readonly valueStart: number;
  /** Where its value ends. */
  readonly end: number;
  /** Where the comma after it stands; where the container ends, for the last one. */
  readonly comma: number;
}

/** An array or object as it is written. */
export interface WrittenContainer {
  /** Where its bracket or brace stands. */
  readonly open: number;
  /** Where the closing one stands. */
  readonly close: number;
  /** Whether it is an object. */
  readonly isObject: boolean;
  /** What it holds, in order. */
  readonly members: readonly WrittenMember[];
}

/**
 * Lists what an array or object holds, in one pass.
 *
 * @param start - where the container begins.
 * @param endOf - told of each member but for its end, gives the end of its value; all earlier members are listed then.
 */
export function listMembers(
  { text, units }: JsonSource,
  start: number,
  endOf: (member: Omit<WrittenMember, 'end' | 'comma'>, earlier: readonly WrittenMember[]) => number,
): WrittenContainer {
  const isObject = units[start] === OPEN_BRACE;
  const members: WrittenMember[] = [];
  let at = afterBlank(units, start + 1);
  while (units[at] !== CLOSE_BRACE && units[at] !== CLOSE_BRACKET) {
    const keyEnd = isObject ? stringEnd(units, at) : at;
    const valueStart = isObject ? afterBlank(units, afterBlank(units, keyEnd) + 1) : at;
    const key = isObject ? unescapeToken(text.slice(at, keyEnd)) : null;
    const member = { key, start: at, colon: text.slice(keyEnd, valueStart), valueStart };
    const end = endOf(member, members);
    const comma = afterBlank(units, end);
    members.push({ ...member, end, comma });
    at = units[comma] === COMMA ? afterBlank(units, comma + 1) : comma;
  }
  return { open: start, close: at, isObject, members };
}
