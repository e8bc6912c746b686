import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFilterCheck } from '../../../src/sources/png/filter-check.js';
import { anyRows, pushCut, rowsOf } from './row-checks.js';

describe('createFilterCheck', () => {
  it('finds the first row with a filter past 4, and counts them, however the bytes are cut', () => {
    fc.assert(
      fc.property(anyRows, (image) => {
        const check = createFilterCheck(image.passes);
        pushCut(image, (chunk) => check.push(chunk));
        const [first, ...others] = rowsOf(image).filter(({ filter }) => filter > 4);
        const expected = first && { first: { filter: first.filter, pass: first.pass.number, row: first.row }, count: 1 + others.length };
        expect(check.result()).toEqual(expected ?? null);
      }),
    );
  });

  it('takes more bytes than the image has', () => {
    const check = createFilterCheck([]);
    check.push(Uint8Array.of(9, 9));
    check.push(Uint8Array.of(9));
    expect(check.result()).toBeNull();
  });
});
