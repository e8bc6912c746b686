import type { JsonExpectation } from '../../diagnostics/catalogue/json-codes.js';
import type { JsonFault } from './json-fault.js';
import { characterLength, textBetween } from './utf8.js';

const LONGEST_WORD = 40;
const WORD = /^\w+/;

/** The word or character that begins at an offset; nothing at the end. */
function foundAt(bytes: Uint8Array, at: number): string {
  const lead = bytes[at];
  if (lead === undefined) return '';
  const ascii = String.fromCharCode(...bytes.subarray(at, at + LONGEST_WORD));
  return WORD.exec(ascii)?.[0] ?? textBetween(bytes, at, at + characterLength(lead));
}

/** JSON_SYNTAX, or JSON_TRAILING_TEXT where the value was whole and more follows. */
export function syntaxFault(
  bytes: Uint8Array,
  at: number,
  expected: readonly JsonExpectation[],
  pointer: string,
): JsonFault<'JSON_SYNTAX' | 'JSON_TRAILING_TEXT'> {
  const found = foundAt(bytes, at);
  const place = { offset: at, length: Math.min(characterLength(bytes[at] ?? 0), bytes.length - at), pointer, related: [] };
  if (expected.includes('end of text')) return { code: 'JSON_TRAILING_TEXT', ...place, data: { found } };
  return { code: 'JSON_SYNTAX', ...place, data: { found, expected } };
}
