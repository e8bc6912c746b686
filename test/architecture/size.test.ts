import { describe, expect, it } from 'vitest';
import { medianLines, size } from './size.js';

const file = (lines: number, path = 'src/plans/x.ts', first = '') => ({ path, text: `${first}\n`.padEnd(lines + first.length, '\n') });

describe('size', () => {
  it.each([
    [250, []],
    [251, [{ rule: 'long-without-reason', found: '251' }]],
    [401, [{ rule: 'too-long', found: '401' }]],
  ])('judges a file of %i lines', (lines, expected) => {
    expect(size([file(lines)])).toMatchObject(expected);
    expect(size([file(lines)])).toHaveLength(expected.length);
  });

  it('takes a reason up to 400 lines', () => {
    const reason = '// long: one table, read from top to bottom';
    expect(size([file(400, 'src/plans/x.ts', reason)])).toEqual([]);
    expect(size([file(400, 'src/plans/x.ts', '// long:')])).toHaveLength(1);
    expect(size([file(401, 'src/plans/x.ts', reason)])).toHaveLength(1);
  });

  it('lets data be as long as it is', () => {
    expect(size([file(900, 'src/diagnostics/catalogue/json-codes.ts'), file(900, 'src/paths/case-folding-table.ts')])).toEqual([]);
  });

  it('finds the median', () => {
    expect(medianLines([file(10), file(300), file(20)])).toBe(20);
  });
});
