import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBadByte } from '../../../src/codec/json/first-bad-byte.js';
import { decodeUtf8 } from '../../../src/codec/json/utf8.js';

/** The bytes at the borders of every row of Unicode's table 3-7. */
const borders = [
  ...[0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2],
  ...[0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
];
const nearUtf8 = fc.array(fc.constantFrom(...borders), { maxLength: 8 }).map((bytes) => Uint8Array.from(bytes));

describe('firstBadByte', () => {
  it.each<readonly [name: string, bytes: readonly number[]]>([
    ['two bytes, the first', [0xc2, 0x80]],
    ['two bytes, the last', [0xdf, 0xbf]],
    ['three bytes, the first', [0xe0, 0xa0, 0x80]],
    ['before the surrogates', [0xed, 0x9f, 0xbf]],
    ['behind the surrogates', [0xee, 0x80, 0x80]],
    ['four bytes, the first', [0xf0, 0x90, 0x80, 0x80]],
    ['four bytes, of the second row', [0xf1, 0x80, 0x80, 0x80]],
    ['four bytes, of the last row', [0xf4, 0x80, 0x80, 0x80]],
    ['four bytes, the last', [0xf4, 0x8f, 0xbf, 0xbf]],
  ])('is none in %s', (_, bytes) => {
    expect(firstBadByte(Uint8Array.from([0x41, ...bytes, 0x41]))).toBeUndefined();
  });

  it.each<readonly [name: string, bytes: readonly number[]]>([
    ['an overlong form of two bytes', [0xc1, 0xbf]],
    ['an overlong form of three bytes', [0xe0, 0x9f, 0xbf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong form of four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['what lies behind the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a lead that never occurs', [0xf5, 0x80, 0x80, 0x80]],
    ['a lead without the rest', [0xf4]],
  ])('is the first byte of %s', (_, bytes) => {
    expect(firstBadByte(Uint8Array.from([0x41, ...bytes, 0x41]))).toBe(1);
  });

  it('accepts what a fatal decoder accepts', () => {
    fc.assert(
      fc.property(nearUtf8, (bytes) => {
        expect(firstBadByte(bytes) === undefined).toBe(decodeUtf8(bytes) !== undefined);
      }),
      { numRuns: 20_000 },
    );
  });

  it('names the first byte that is not part of a character', () => {
    fc.assert(
      fc.property(nearUtf8, (bytes) => {
        const at = firstBadByte(bytes);
        if (at === undefined) return;
        expect(decodeUtf8(bytes.subarray(0, at))).toBeDefined();
        for (let end = at + 1; end <= bytes.length; end++) expect(decodeUtf8(bytes.subarray(at, end))).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });
});
