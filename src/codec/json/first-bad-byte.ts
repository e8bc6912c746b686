import { characterLength } from './utf8.js';

function isWithin(byte: number | undefined, lowest: number, highest: number): boolean {
  return byte !== undefined && byte >= lowest && byte <= highest;
}

function isWellFormed(bytes: Uint8Array, at: number, lead: number): boolean {
  if (lead < 0xc2 || lead > 0xf4) return false;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (!isWithin(bytes[at + 1], lowest, highest)) return false;
  for (let next = at + 2; next < at + characterLength(lead); next++) {
    if (!isWithin(bytes[next], 0x80, 0xbf)) return false;
  }
  return true;
}

/**
 * Offset of the first byte that begins no well-formed UTF-8 character (Unicode 15.0, table 3-7): a stray continuation,
 * an overlong form, a surrogate, a sequence that is cut off. Undefined where all bytes are valid.
 */
export function firstBadByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead >= 0x80 && !isWellFormed(bytes, at, lead)) return at;
    at += characterLength(lead);
  }
  return undefined;
}
