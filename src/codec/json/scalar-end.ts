import {
  BACKSLASH,
  CASE_BIT,
  LOWER_A,
  LOWER_E,
  LOWER_F,
  LOWER_U,
  MINUS,
  PLUS,
  POINT,
  QUOTE,
  SPACE,
  UPPER_E,
  ZERO,
  isDigit,
} from './ascii.js';

/*
 * The tokens of JSON (RFC 8259) in valid UTF-8. Each function takes the offset at which a token begins and answers the
 * offset after it, or, where the token is broken, the complement (`~offset`, negative) of the first offending offset.
 */

const SIMPLE_ESCAPES: ReadonlySet<number | undefined> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)),
);
const LITERALS = /* @__PURE__ */ ['true', 'false', 'null'].map((word) => Uint8Array.from(word, (character) => character.charCodeAt(0)));

function isHexDigit(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && (byte | CASE_BIT) >= LOWER_A && (byte | CASE_BIT) <= LOWER_F);
}

function escapeEnd(bytes: Uint8Array, at: number): number {
  const kind = bytes[at + 1];
  if (kind !== LOWER_U) return SIMPLE_ESCAPES.has(kind) ? at + 2 : ~(at + 1);
  for (let digit = at + 2; digit < at + 6; digit++) {
    if (!isHexDigit(bytes[digit])) return ~digit;
  }
  return at + 6;
}

/** The end of the string whose opening quote stands at `start`. */
export function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte < SPACE) return ~at;
    if (byte === BACKSLASH) {
      at = escapeEnd(bytes, at);
      if (at < 0) return at;
    } else at += 1;
  }
  return ~bytes.length;
}

function digitsEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  return at === start ? ~at : at;
}

/** The end of the number that begins at `start`. */
function numberEnd(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  at = bytes[at] === ZERO ? at + 1 : digitsEnd(bytes, at);
  if (at >= 0 && bytes[at] === POINT) at = digitsEnd(bytes, at + 1);
  if (at >= 0 && (bytes[at] === LOWER_E || bytes[at] === UPPER_E)) {
    const signed = bytes[at + 1] === PLUS || bytes[at + 1] === MINUS;
    at = digitsEnd(bytes, at + (signed ? 2 : 1));
  }
  return at;
}

function literalEnd(bytes: Uint8Array, start: number): number {
  const word = LITERALS.find((literal) => literal.every((byte, index) => bytes[start + index] === byte));
  return word === undefined ? ~start : start + word.length;
}

/** The end of the string, number, boolean or null that begins at `start`. */
export function scalarEnd(bytes: Uint8Array, start: number): number {
  const first = bytes[start];
  if (first === QUOTE) return stringEnd(bytes, start);
  return first === MINUS || isDigit(first) ? numberEnd(bytes, start) : literalEnd(bytes, start);
}
