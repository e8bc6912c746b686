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
