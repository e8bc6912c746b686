import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePrelude } from '../../../src/artifacts/archive/encode-prelude.js';

describe('encodePrelude', () => {
  it('puts each field in its place, little-endian', () => {
    const place = fc.maxSafeNat();
    fc.assert(
      fc.property(place, place, fc.uint8Array(), (payloadOffset, payloadLength, header) => {
        const bytes = Buffer.from(encodePrelude({ payloadOffset, payloadLength }, header));
        expect(bytes).toHaveLength(32);
        expect(bytes.subarray(0, 8)).toEqual(Buffer.from('ASPA\u0001\u0000\u0000\u0000', 'latin1'));
        expect(bytes.readUInt32LE(8)).toBe(header.length);
        expect(bytes.readUInt32LE(12)).toBe(crc32(header));
        expect(bytes.readBigUInt64LE(16)).toBe(BigInt(payloadOffset));
        expect(bytes.readBigUInt64LE(24)).toBe(BigInt(payloadLength));
      }),
    );
  });
});
