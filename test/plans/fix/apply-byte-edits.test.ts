import { describe, expect, it } from 'vitest';
import { applyByteEdits, type ByteEdit } from '../../../src/plans/fix/apply-byte-edits.js';

const edit = (start: number, end: number, newText: string): ByteEdit => ({ start, end, newText });
const applied = (text: string, ...edits: readonly ByteEdit[]): string | null => {
  const bytes = applyByteEdits(new TextEncoder().encode(text), edits);
  return bytes === null ? null : new TextDecoder().decode(bytes);
};

describe('applyByteEdits', () => {
  it.each<[string, readonly ByteEdit[], string]>([
    ['abc', [], 'abc'],
    ['abc', [edit(1, 2, 'é')], 'aéc'],
    ['äbc', [edit(0, 2, '')], 'bc'],
    ['abc', [edit(0, 0, 'x'), edit(0, 1, 'y'), edit(3, 3, 'z')], 'xybcz'],
  ])('changes %j', (text, edits, expected) => {
    expect(applied(text, ...edits)).toBe(expected);
  });

  it.each<[string, readonly ByteEdit[]]>([
    ['overlap', [edit(0, 2, ''), edit(1, 3, '')]],
    ['are out of order', [edit(2, 3, ''), edit(0, 1, '')]],
    ['end before they start', [edit(2, 1, '')]],
    ['end behind the file', [edit(0, 4, '')]],
    ['start before it', [edit(-1, 1, '')]],
    ['are no places', [edit(Number.NaN, 1, '')]],
  ])('refuses replacements that %s', (_, edits) => {
    expect(applied('abc', ...edits)).toBeNull();
  });
});
