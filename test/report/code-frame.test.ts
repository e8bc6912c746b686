import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { TextRange } from '../../src/diagnostics/location.js';
import { codeFrame } from '../../src/report/code-frame.js';

function range(column: number, endColumn: number, line = 3, endLine = line): TextRange {
  return { start: { line, column, offset: 0 }, end: { line: endLine, column: endColumn, offset: 0 } };
}

/** What stands above the marks of a frame. */
function markedIn([shown, marks]: readonly [string, string]): string {
  const columns = [...shown].flatMap((character) => (/[🎮漢]/u.test(character) ? [character, ''] : [character]));
  return columns.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1).join('');
}

describe('codeFrame', () => {
  it('shows the line with its number, and marks the range', () => {
    expect(codeFrame('  "name": "Hero!",', range(11, 18))).toEqual(['3 |   "name": "Hero!",', '  |           ^^^^^^^']);
  });

  it('marks one column where the range is empty', () => {
    expect(codeFrame('{', range(2, 2))).toEqual(['3 | {', '  |  ^']);
  });

  it('marks to the end of the line where the range goes on', () => {
    const frame = codeFrame('"a": {', range(6, 2, 3, 5));
    expect(markedIn(frame)).toBe('{');
    expect(frame[1]).toBe('  |      ^ to line 5');
  });

  it('marks the right columns after tabs and escaped characters', () => {
    expect(markedIn(codeFrame('\t"\u202e": bad', range(7, 10)))).toBe('bad');
    expect(markedIn(codeFrame('"🎮": bad', range(7, 10)))).toBe('bad');
    expect(markedIn(codeFrame('"漢漢": bad', range(7, 10)))).toBe('bad');
    expect(markedIn(codeFrame('"漢漢": bad', range(2, 4)))).toBe('漢漢');
  });

  it('cuts a long line to what stands near the range', () => {
    const frame = codeFrame(`${'a'.repeat(5000)}bad${'c'.repeat(5000)}`, range(5001, 5004));
    expect(markedIn(frame)).toBe('bad');
    expect(frame[0].length).toBeLessThan(200);
  });

  it('takes a range that is not in the line', () => {
    expect(codeFrame('{}', range(90, 95))).toHaveLength(2);
  });

  it('never answers a line end or a terminal sequence, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), fc.nat(50), (line, column, length) => {
        for (const shown of codeFrame(line, range(column + 1, column + length + 1))) expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
