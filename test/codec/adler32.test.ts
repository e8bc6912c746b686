import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adler32 } from '../../src/codec/adler32.js';

/** The sum that zlib writes at the end of a stream. */
function nativeAdler32(bytes: Uint8Array): number {
  return deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4);
}

describe('adler32', () => {
  it('sums nothing to 1', () => {
    expect(adler32(Buffer.alloc(0))).toBe(1);
  });

  it('agrees with zlib, also in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        expect(adler32(bytes)).toBe(nativeAdler32(bytes));
        expect(adler32(bytes.subarray(cut), adler32(bytes.subarray(0, cut)))).toBe(nativeAdler32(bytes));
      }),
    );
  });

  it('does not overflow on long runs of the largest byte', () => {
    const bytes = new Uint8Array(1_000_003).fill(255);
    expect(adler32(bytes)).toBe(nativeAdler32(bytes));
    expect(adler32(bytes, 0xfff0_fff0)).toBe(adler32(bytes.subarray(1), adler32(bytes.subarray(0, 1), 0xfff0_fff0)));
  });
});
