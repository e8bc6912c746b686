import { describe, expect, it } from 'vitest';
import { mergeDifferences } from '../../src/studio/merge-differences.js';

type Kind = 'changed' | 'added' | 'removed';
const of = (kind: Kind | null) => ({ changed: [], added: [], removed: [], ...(kind !== null && { [kind]: ['a'] }) });

describe('mergeDifferences', () => {
  it.each<[Kind | null, Kind | null, Kind | null]>([
    [null, 'added', 'added'],
    [null, 'changed', 'changed'],
    ['changed', null, 'changed'],
    ['changed', 'removed', 'removed'],
    ['added', 'changed', 'added'],
    ['added', 'removed', null],
    ['removed', 'added', 'changed'],
  ])('%s, then %s, is %s', (first, second, expected) => {
    expect(mergeDifferences(of(first), of(second))).toEqual(of(expected));
  });

  it('keeps paths in code-unit order', () => {
    const first = { changed: ['b', 'ä'], added: [], removed: [] };
    expect(mergeDifferences(first, { changed: ['Z', 'a'], added: [], removed: [] }).changed).toEqual(['Z', 'a', 'b', 'ä']);
  });
});
