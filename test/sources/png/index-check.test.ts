import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndexCheck } from '../../../src/sources/png/index-check.js';
import { anyRows, pushCut, rowsOf } from './row-checks.js';

describe('createIndexCheck', () => {
  it('finds the first pixel past the palette before a filter that does not exist, and counts them', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 256 }), (image, entries) => {
        const { bitDepth, passes } = image;
        const check = createIndexCheck(passes, bitDepth, entries);
        pushCut(image, (chunk) => check.push(chunk));

        const rows = rowsOf(image);
        const end = rows.findIndex(({ filter }) => filter > 4);
        const found = rows.slice(0, end < 0 ? rows.length : end).flatMap(({ pass, row, pixels }) => {
          const bits = Array.from(pixels, (byte) => byte.toString(2).padStart(8, '0')).join('');
          return Array.from({ length: pass.width }, (_, column) => ({
            index: parseInt(bits.slice(column * bitDepth, (column + 1) * bitDepth), 2),
            x: pass.origin.x + column * pass.step.x,
            y: pass.origin.y + row * pass.step.y,
          })).filter(({ index }) => index >= entries);
        });
        expect(check.result()).toEqual(found.length === 0 ? null : { first: found[0], count: found.length });
      }),
    );
  });
});
