import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteCursor } from '../../src/codec/byte-cursor.js';

describe('byteCursor', () => {
  it('reads unsigned little-endian integers as DataView does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 40 }), fc.nat({ max: 32 }), (bytes, offset) => {
        fc.pre(offset + 8 <= bytes.length);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        const cursor = byteCursor(bytes);
        expect(cursor.uint(offset, 2)).toBe(BigInt(view.getUint16(offset, true)));
        expect(cursor.uint(offset, 4)).toBe(BigInt(view.getUint32(offset, true)));
        expect(cursor.uint(offset, 8)).toBe(view.getBigUint64(offset, true));
      }),
    );
  });

  it('tells 2^53 from 2^53 + 1', () => {
    const bytes = Uint8Array.of(1, 0, 0, 0, 0, 0, 0x20, 0);
    expect(byteCursor(bytes).uint(0, 8)).toBe(9_007_199_254_740_993n);
  });

  it('A10 never clips and takes no place but a count of bytes', () => {
    const cursor = byteCursor(Uint8Array.of(1, 2, 3, 4));
    expect(cursor.slice(1, 3)).toEqual(Uint8Array.of(2, 3, 4));
    expect(cursor.slice(4, 0)).toEqual(new Uint8Array());
    const places = [
      [2, 3],
      [5, 0],
      [-1, 1],
      [1, -1],
      [0.5, 1],
      [Number.NaN, 1],
      [2 ** 53, 1],
      [0, Number.POSITIVE_INFINITY],
    ] as const;
    for (const [offset, length] of places) expect(cursor.slice(offset, length)).toBeUndefined();
    expect(cursor.uint(1, 4)).toBeUndefined();
    expect(cursor.uint(-1, 2)).toBeUndefined();
  });
});
