import { describe, expect, it } from 'vitest';
import { textTable } from '../../src/cli/text-table.js';

describe('textTable', () => {
  it('aligns columns', () => {
    const columns = [{ title: 'id', align: 'right' }, { title: 'name' }, { title: 'size', align: 'right' }] as const;
    expect(
      textTable(columns, [
        ['1', 'hero', '552'],
        ['10', 'a', '7'],
      ]),
    ).toEqual(['id  name  size', ' 1  hero   552', '10  a        7']);
  });

  it('ends no line with spaces', () => {
    expect(textTable([{ title: 'a' }, { title: 'b' }], [['1', '']])).toEqual(['a  b', '1']);
  });

  it('takes more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => [String(index)]);
    expect(textTable([{ title: 'id' }], rows)).toHaveLength(150_001);
  });
});
