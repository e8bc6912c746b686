import { deflateSync } from 'node:zlib';
import { err, ok } from 'neverthrow';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import type { ComputePort } from '../../../src/ports/compute-port.js';
import type { DefectCase } from '../defect-case.js';
import { AFTER_IHDR as at, chunk, end, idat, ihdr, indexedPng, png, rows } from './png-builder.js';

/** A compute whose inflater finds a fault that no other compute finds. */
const disputing: ComputePort = {
  ...portableCompute,
  inflate: () => ({ push: () => ok(undefined), finish: () => err('disputed') }),
};

const whole = deflateSync(rows);

function flipped(bytes: Uint8Array, index: number): Buffer {
  return Buffer.from(bytes.map((byte, place) => (place === index ? byte ^ 1 : byte)));
}

/** A 2 × 2 image with these compressed pixels, and where they stand. */
function pixels(compressed: Uint8Array, header = ihdr()): Pick<DefectCase, 'bytes' | 'offset' | 'length'> {
  return { bytes: png(header, chunk('IDAT', compressed), end), offset: at, length: compressed.length + 12 };
}

/** Defects in the pixels of a PNG. */
export const pngPixelCases: readonly DefectCase[] = [
  {
    name: 'S1 one pixel declared and megabytes of blocks that give nothing',
    code: 'PNG_OVER_BUDGET',
    ...pixels(
      Buffer.concat([whole.subarray(0, 2), Buffer.alloc(2_000_000, Buffer.from([0, 0, 0, 0xff, 0xff]))]),
      ihdr({ width: 1, height: 1 }),
    ),
    data: { field: 'compressed-bytes', found: 2_000_002, limit: 4 * 2 + 1024 * 1024 },
  },
  {
    name: 'S1 one pixel declared and 100 MB of pixels',
    code: 'PNG_DATA_TOO_LONG',
    ...pixels(deflateSync(Buffer.alloc(100_000_000)), ihdr({ width: 1, height: 1 })),
    data: { expected: 2 },
  },
  { name: 'a zlib header that is none', code: 'PNG_DATA_CORRUPT', ...pixels(flipped(whole, 0)), data: { compressedBytes: whole.length } },
  {
    name: 'a zlib stream without its end',
    code: 'PNG_DATA_TRUNCATED',
    ...pixels(whole.subarray(0, -1)),
    data: { compressedBytes: whole.length - 1 },
  },
  { name: 'no bytes in IDAT', code: 'PNG_DATA_TRUNCATED', ...pixels(Buffer.alloc(0)), data: { compressedBytes: 0 } },
  {
    name: 'S2 a wrong Adler sum',
    code: 'PNG_DATA_CHECKSUM_MISMATCH',
    ...pixels(flipped(whole, whole.length - 1)),
    data: { compressedBytes: whole.length },
  },
  {
    name: 'a stream that the host refuses alone',
    code: 'PNG_DATA_DISPUTED',
    ...pixels(whole),
    data: { compressedBytes: whole.length },
    options: { compute: disputing },
  },
  {
    name: 'a row too many',
    code: 'PNG_DATA_TOO_LONG',
    ...pixels(deflateSync(Buffer.concat([rows, Buffer.alloc(1)]))),
    data: { expected: 6 },
  },
  { name: 'a byte too few', code: 'PNG_DATA_TOO_SHORT', ...pixels(deflateSync(rows.subarray(0, 5))), data: { found: 5, expected: 6 } },
  {
    name: 'bytes after the zlib stream',
    code: 'PNG_DATA_TRAILING_BYTES',
    severity: 'warning',
    ...pixels(Buffer.concat([whole, Buffer.alloc(3)])),
    data: { bytes: 3 },
  },
  {
    name: 'filters 5 and 9',
    code: 'PNG_FILTER_INVALID',
    ...pixels(deflateSync(Buffer.from([5, 1, 2, 9, 3, 4]))),
    data: { first: { filter: 5, pass: 1, row: 0 }, count: 2, limit: 4 },
  },
  {
    name: 'S3 an index past the palette, by filter Up',
    code: 'PNG_PALETTE_INDEX_INVALID',
    bytes: indexedPng([0, 0, 1, 2, 0, 1]),
    offset: at + 18,
    length: idat(Buffer.from([0, 0, 1, 2, 0, 1])).length,
    data: { first: { index: 2, x: 1, y: 1 }, count: 1, entries: 2 },
  },
];
