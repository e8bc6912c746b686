import { describe, expect, it } from 'vitest';
import { imagePasses, inflatedSize } from '../../../src/sources/png/image-passes.js';

/** The pass of each pixel of an 8 × 8 block, as the specification draws it (section 8.2). */
const ADAM7 = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777'];

/** Bytes of an interlaced image, counted pixel by pixel. */
function countInterlaced(width: number, height: number, pixelBits: number): number {
  const rowsOf = new Map<string, number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = `${ADAM7[y % 8]?.[x % 8] ?? ''}:${y}`;
      rowsOf.set(row, (rowsOf.get(row) ?? 0) + 1);
    }
  }
  return [...rowsOf.values()].reduce((sum, pixels) => sum + 1 + Math.ceil((pixels * pixelBits) / 8), 0);
}

describe('imagePasses and inflatedSize', () => {
  it('count the rows of an interlaced image of any size up to 17 × 17', () => {
    for (let width = 1; width <= 17; width += 1) {
      for (let height = 1; height <= 17; height += 1) {
        for (const [colorType, bitDepth, pixelBits] of [
          [0, 1, 1],
          [3, 4, 4],
          [2, 8, 24],
          [6, 16, 64],
        ] as const) {
          expect(inflatedSize({ width, height, bitDepth, colorType, interlace: 1 })).toBe(countInterlaced(width, height, pixelBits));
        }
      }
    }
  });

  it('give each pixel to one pass', () => {
    const drawn = Array.from({ length: 11 }, () => Array.from({ length: 13 }, () => ''));
    for (const { number, width, height, origin, step } of imagePasses({ width: 13, height: 11, bitDepth: 8, colorType: 0, interlace: 1 })) {
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          const line = drawn[origin.y + row * step.y] ?? [];
          const x = origin.x + column * step.x;
          line[x] = `${line[x] ?? 'outside'}${number}`;
        }
      }
    }
    expect(drawn.map((line) => line.join(''))).toEqual(drawn.map((_, y) => `${ADAM7[y % 8] ?? ''}${ADAM7[y % 8] ?? ''}`.slice(0, 13)));
  });

  it.each([
    [0, 1, 9, 3, 9],
    [2, 8, 5, 2, 32],
    [4, 16, 3, 1, 13],
  ])('count the rows of colour type %i with %i bits, %i × %i', (colorType, bitDepth, width, height, size) => {
    expect(inflatedSize({ width, height, bitDepth, colorType, interlace: 0 })).toBe(size);
  });
});
