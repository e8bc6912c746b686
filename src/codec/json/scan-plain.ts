import {
  BACKSLASH,
  CASE_BIT,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LOWER_D,
  LOWER_E,
  LOWER_U,
  MINUS,
  NINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  POINT,
  QUOTE,
  SPACE,
  UPPER_E,
  ZERO,
} from './ascii.js';
import type { JsonLimits } from './json-limits.js';
import { numberRuleBroken } from './number-rule.js';
import { textBetween } from './utf8.js';

/** What one pass over a JSON text counts. */
export interface PlainScan {
  /** Members of all objects: one for each colon outside strings. */
  readonly members: number;
  /** Whether every number is written just as JavaScript prints it. */
  readonly plainNumbers: boolean;
}

/** An integer of so many bytes, sign included, is always one that a double keeps. */
const SAFE_BYTES = 15;

const NUMBER_BYTES: ReadonlySet<number | undefined> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ Array.from('0123456789+-.eE', (character) => character.charCodeAt(0)),
);

/**
 * The fast look at a text: one pass, no positions. Undefined where it may be over a limit, hold a number that JavaScript
 * would change or half a surrogate pair, which is then for `inspectJson` to tell. Of a text that is not JSON the answer
 * means nothing, but there is one.
 */
export function scanPlain(bytes: Uint8Array, { maxDepth, maxNodes, maxStringBytes }: JsonLimits): PlainScan | undefined {
  const { length } = bytes;
  let members = 0;
  let depth = 0;
  let nodes = 1; // never too few: an empty array or object counts for two
  let plainNumbers = true;
  let at = 0;
  while (at < length) {
    const byte = bytes[at] as number; // `at` is below the length
    if (byte <= SPACE) at += 1;
    else if (byte === QUOTE) {
      const start = at;
      let inside = bytes[++at];
      while (inside !== QUOTE) {
        if (at >= length) return undefined;
        if (inside === BACKSLASH) {
          at += 1;
          if (bytes[at] === LOWER_U && ((bytes[at + 1] ?? 0) | CASE_BIT) === LOWER_D) return undefined;
        }
        inside = bytes[++at];
      }
      if (at - start - 1 > maxStringBytes) return undefined;
      at += 1;
    } else if (byte === COMMA) {
      nodes += 1;
      at += 1;
    } else if (byte === COLON) {
      members += 1;
      at += 1;
    } else if (byte <= NINE) {
      const start = at;
      let next = bytes[++at];
      while (next !== undefined && next >= ZERO && next <= NINE) next = bytes[++at];
      const minusZero = byte === MINUS && bytes[start + 1] === ZERO;
      if (minusZero || at - start > SAFE_BYTES || next === POINT || next === LOWER_E || next === UPPER_E) {
        while (NUMBER_BYTES.has(bytes[at])) at += 1;
        const token = textBetween(bytes, start, at);
        if (numberRuleBroken(token) !== undefined) return undefined;
        plainNumbers &&= String(Number(token)) === token;
      }
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      nodes += 1;
      if (depth > maxDepth) return undefined;
      at += 1;
    } else {
      if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
      at += 1;
    }
  }
  return nodes > maxNodes ? undefined : { members, plainNumbers };
}
