import { constants, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCompute } from '../../src/node/node-compute.js';
import { checkBytes } from './check-bytes.js';
import { chunk, end, ihdr, palette, png } from './png/png-builder.js';

/** Streams of stored, fixed and dynamic blocks, each broken by other bits. */
const compressions = [
  { level: 0 },
  { level: 9 },
  { level: 9, strategy: constants.Z_FIXED },
  { level: 9, strategy: constants.Z_HUFFMAN_ONLY },
  { level: 6, windowBits: 9 },
];

/** A 16 × 16 image of indexed colours, four of which exist. */
const image = fc
  .record({
    rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 })), {
      minLength: 16,
      maxLength: 16,
    }),
    compression: fc.constantFrom(...compressions),
  })
  .map(({ rows, compression }) => deflateSync(Uint8Array.from(rows.flatMap(([filter, row]) => [filter, ...row])), compression));

/** Places and bits to turn over, and how many bytes to leave. */
const damage = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 3 }),
  keep: fc.option(fc.nat(), { freq: 4 }),
  more: fc.uint8Array({ maxLength: 3 }),
});

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(bytes: Uint8Array, { flips, keep, more }: Damage): Buffer {
  const result = Buffer.concat([bytes, more]);
  for (const [place, bit] of flips) result[place % result.length] = (result[place % result.length] ?? 0) ^ (1 << bit);
  return keep === null ? result : result.subarray(0, keep % (result.length + 1));
}

function expectAgreement(bytes: Uint8Array, pushBytes: number): void {
  const native = checkBytes('png', bytes, { compute: nodeCompute });
  expect(checkBytes('png', bytes, { pushBytes })).toEqual(native);
}

const header = ihdr({ width: 16, height: 16, colorType: 3 });

describe('portable and native compute', () => {
  it('give the same report where pixels are damaged', () => {
    fc.assert(
      fc.property(image, damage, fc.integer({ min: 1, max: 500 }), (compressed, how, cut) => {
        const stream = damaged(compressed, how);
        const parts = [stream.subarray(0, cut), stream.subarray(cut)].map((part) => chunk('IDAT', part));
        expectAgreement(png(header, palette(4), ...parts, end), cut);
      }),
      { numRuns: 3000 },
    );
  });

  it('give the same report where the file is damaged', () => {
    fc.assert(
      fc.property(image, damage, fc.integer({ min: 1, max: 500 }), (compressed, how, cut) => {
        const bytes = damaged(png(header, palette(4), chunk('IDAT', compressed), end), how);
        fc.pre(bytes.length > 0);
        expectAgreement(bytes, cut);
      }),
      { numRuns: 1000 },
    );
  });
});
