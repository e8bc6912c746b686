import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unfilterRow } from '../../../src/sources/png/unfilter-row.js';

/** Filters a row as an encoder does, by the formulas of the specification (section 9.2). */
function filterRow(filter: number, row: Uint8Array, above: Uint8Array): Uint8Array {
  return row.map((x, index) => {
    const a = row[index - 1] ?? 0;
    const b = above[index] ?? 0;
    const c = index === 0 ? 0 : (above[index - 1] ?? 0);
    const nearest = [a, b, c].reduce((best, each) => (Math.abs(a + b - c - each) < Math.abs(a + b - c - best) ? each : best));
    return x - ([0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0);
  });
}

describe('unfilterRow', () => {
  it('undoes every filter', () => {
    const row = fc.uint8Array({ minLength: 20, maxLength: 20 });
    const close = fc.array(fc.integer({ min: 100, max: 103 }), { minLength: 20, maxLength: 20 }).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.oneof(row, close), fc.oneof(row, close), (filter, original, above) => {
        const filtered = filterRow(filter, original, above);
        unfilterRow(filter, filtered, above);
        expect(filtered).toEqual(original);
      }),
    );
  });
});
