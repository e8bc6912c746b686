import { describe, expect, it } from 'vitest';
import { applyDocumentEditsToText } from '../../src/panel/apply-document-edits.js';

const change = (from: readonly [number, number], to: readonly [number, number], newText: string) => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  newText,
});

describe('applyDocumentEditsToText', () => {
  it('carries out several replacements, in any order, over every line end', () => {
    const edits = [change([0, 0], [0, 1], 'A'), change([2, 0], [2, 2], ''), change([1, 1], [1, 1], '+')];
    expect(applyDocumentEditsToText('a1\r\nb2\rc3\nd4', edits)).toBe('A1\r\nb+2\r\nd4');
    expect(applyDocumentEditsToText('a1\r\nb2\rc3\nd4', [...edits].reverse())).toBe('A1\r\nb+2\r\nd4');
  });

  it('counts characters as UTF-16 code units', () => {
    expect(applyDocumentEditsToText('"😀" x', [change([0, 5], [0, 6], 'y')])).toBe('"😀" y');
  });

  it('takes a place past the end for the end', () => {
    expect(applyDocumentEditsToText('a', [change([9, 0], [9, 9], 'b')])).toBe('ab');
  });
});
