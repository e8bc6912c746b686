import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedText } from './edited-text.js';
import { findTextEdits } from '../../src/studio/find-text-edits.js';

const texts = fc
  .array(fc.constantFrom('a', 'b', '"', '\n', '\r\n', '\r', '😀', 'é', '  '), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

describe('findTextEdits', () => {
  it('gives edits that turn one text into the other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(editedText(before, findTextEdits(before, after))).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(findTextEdits(before, after).filter(({ newText }) => /[\ud800-\udfff]/u.test(newText))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['same', 'same', []],
    ['', 'new\n', [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: 'new\n' }]],
    ['a\r\nb\r\nc', 'a\r\nX\r\nc', [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, newText: 'X' }]],
    ['a\nb', 'a\r\nb', [{ range: { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } }, newText: '\r\n' }]],
    ['"😀"', '"😁"', [{ range: { start: { line: 0, character: 1 }, end: { line: 0, character: 3 } }, newText: '😁' }]],
  ])('%j becomes %j', (before, after, expected) => {
    expect(findTextEdits(before, after)).toEqual(expected);
  });
});
