import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sourceCodes } from '../../../src/diagnostics/catalogue/source-codes.js';
import { checkBytes, codesOf, findingsOf } from '../check-bytes.js';
import { chunk, end, idat, ihdr, indexedPng, palette, png, rows, soundPng } from './png-builder.js';
import { pngChunkCases } from './png-chunk-cases.js';
import { pngPixelCases } from './png-pixel-cases.js';

const cases = [...pngChunkCases, ...pngPixelCases];
const whole = deflateSync(rows);

describe('PNG, one defect each', () => {
  it.each(cases)('$name: $code', ({ code, bytes, offset, length, data, severity = 'error', options = {} }) => {
    const report = checkBytes('png', bytes, options);
    expect(findingsOf(report)).toEqual([{ code, severity, offset, length, data }]);
    expect(checkBytes('png', bytes, { ...options, pushBytes: 1 + (bytes.length >> 5) })).toEqual(report);
  });

  it('has a case for every code', () => {
    const covered = new Set(cases.map(({ code }) => code));
    expect(Object.keys(sourceCodes).filter((code) => code.startsWith('PNG_') && !covered.has(code))).toEqual([]);
  });

  it('notes every wrong field of a header', () => {
    const report = checkBytes('png', png(ihdr({ width: 0, height: 0, colorType: 7, compression: 1, filter: 1, interlace: 2 }), end));
    expect(codesOf(report)).toEqual([
      'PNG_DIMENSION_INVALID',
      'PNG_DIMENSION_INVALID',
      'PNG_COLOR_INVALID',
      'PNG_METHOD_INVALID',
      'PNG_METHOD_INVALID',
      'PNG_METHOD_INVALID',
    ]);
    expect(report.summary).toBeNull();
  });

  it('says nothing of the pixels where the chunks that hold them are broken', () => {
    const broken = chunk('IDAT', whole.subarray(0, 5));
    expect(codesOf(checkBytes('png', png(ihdr(), broken, chunk('IDAT', whole, { crc: 1 }), end)))).toEqual(['PNG_CHUNK_CRC_MISMATCH']);
    expect(codesOf(checkBytes('png', png(ihdr(), broken)))).toEqual(['PNG_IEND_MISSING']);
  });

  it('says nothing of the pixels where they are split, and of those that are whole whatever follows', () => {
    const split = [chunk('IDAT', whole.subarray(0, 5)), chunk('tEXt'), chunk('IDAT', whole.subarray(5))];
    expect(codesOf(checkBytes('png', png(ihdr(), ...split, end)))).toEqual(['PNG_IDAT_SPLIT']);
    const short = chunk('IDAT', whole.subarray(0, 5));
    expect(codesOf(checkBytes('png', png(ihdr(), short, chunk('tEXt', Buffer.alloc(0), { crc: 1 }))))).toEqual([
      'PNG_DATA_TRUNCATED',
      'PNG_CHUNK_CRC_MISMATCH',
    ]);
  });

  it('says nothing of indexes that cannot be known after a filter that does not exist', () => {
    expect(codesOf(checkBytes('png', indexedPng([5, 9, 9, 0, 9, 9])))).toEqual(['PNG_FILTER_INVALID']);
  });

  it('counts palette indexes in any depth and place', () => {
    const twoBits = ihdr({ colorType: 3, bitDepth: 2, width: 5, height: 1 });
    const [finding] = findingsOf(checkBytes('png', indexedPng([0, 0b00_01_10_11, 0b10_11_11_11], twoBits)));
    expect(finding).toMatchObject({ code: 'PNG_PALETTE_INDEX_INVALID', data: { first: { index: 2, x: 2, y: 0 }, count: 3 } });
  });

  it('places palette indexes of an interlaced image in the image', () => {
    const interlaced = ihdr({ colorType: 3, interlace: 1, width: 3, height: 3 });
    // Passes 1 (1 × 1), 4 (1 × 1), 5 (2 × 1), 6 (1 × 2) and 7 (3 × 1) have pixels.
    const inflated = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0];
    const [finding] = findingsOf(checkBytes('png', indexedPng(inflated, interlaced)));
    expect(finding).toMatchObject({ code: 'PNG_PALETTE_INDEX_INVALID', data: { first: { index: 7, x: 1, y: 2 }, count: 1 } });
  });
});

describe('PNG, sound', () => {
  it('summarises', () => {
    expect(checkBytes('png', soundPng)).toEqual({
      diagnostics: [],
      summary: { kind: 'png', width: 2, height: 2, bitDepth: 8, colorType: 0, interlace: 0, paletteEntries: null },
    });
    expect(checkBytes('png', indexedPng([0, 0, 1, 0, 1, 0])).summary).toMatchObject({ colorType: 3, paletteEntries: 2 });
  });

  it.each([
    [
      'an animation (APNG)',
      png(ihdr(), chunk('acTL', Buffer.alloc(8)), chunk('fcTL', Buffer.alloc(26)), idat(), chunk('fdAT', Buffer.alloc(9)), end),
    ],
    [
      'gamma, profile, Exif and private chunks',
      png(ihdr(), chunk('gAMA'), chunk('iCCP'), chunk('eXIf'), chunk('prVt'), idat(), chunk('tEXt'), end),
    ],
    ['16 bits and alpha', png(ihdr({ colorType: 6, bitDepth: 16 }), idat(Buffer.alloc(34)), end)],
    ['an interlaced image', png(ihdr({ interlace: 1 }), idat(Buffer.alloc(7)), end)],
    ['a suggested palette', png(ihdr({ colorType: 2 }), palette(256), idat(Buffer.alloc(14)), end)],
    [
      'pixels in single bytes, and empty chunks',
      png(ihdr(), chunk('IDAT'), ...Array.from(whole, (byte) => chunk('IDAT', Buffer.of(byte))), chunk('IDAT'), end),
    ],
  ])('S4 takes %s', (_, bytes) => {
    expect(checkBytes('png', bytes).diagnostics).toEqual([]);
  });
});
