import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasByteAbove } from '../../../src/sources/png/has-byte-above.js';

const words = (bytes: Uint8Array): Int32Array => {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  return new Int32Array(padded.buffer);
};

it('is true just where a byte is greater, whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 13 }), fc.nat(255), (bytes, most) => {
      expect(hasByteAbove(words(bytes), most)).toBe(bytes.some((byte) => byte > most));
    }),
    { numRuns: 3000 },
  );
});

it('is right for every byte and every limit, at every place of a word', () => {
  const wrong: number[][] = [];
  for (let most = 0; most < 256; most += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      for (let place = 0; place < 4; place += 1) {
        const bytes = new Uint8Array(4).fill(most);
        bytes[place] = byte;
        if (hasByteAbove(words(bytes), most) !== byte > most) wrong.push([most, byte, place]);
      }
    }
  }
  expect(wrong).toEqual([]);
});
