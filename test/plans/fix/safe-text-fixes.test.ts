import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { safeTextFixes } from '../../../src/plans/fix/safe-text-fixes.js';

function slipIn(file: string, start: number, seen: () => void): Diagnostic {
  const edit = {
    file,
    end: start + 2,
    newText: '',
    get start() {
      seen();
      return start;
    },
  };
  const data = { closing: ']' } as never;
  const fixes = [{ title: 'Remove the comma', applicability: 'safe' as const, edits: [edit] }];
  return diagnose('JSON_TRAILING_COMMA', { artifact: 'asset', location: { kind: 'file', file }, data, fixes, subject: String(start) });
}

describe('safeTextFixes', () => {
  it('takes the first of two that overlap, of each file by itself', () => {
    const slips = [
      slipIn('a', 4, () => undefined),
      slipIn('a', 5, () => undefined),
      slipIn('b', 5, () => undefined),
      slipIn('a', 6, () => undefined),
    ];
    const taken = safeTextFixes(slips, () => true);
    expect(taken.map(({ diagnostic }) => slips.indexOf(diagnostic))).toEqual([0, 2, 3]);
  });

  it('holds a fix against those of its own file alone', () => {
    let looks = 0;
    const slips = Array.from({ length: 500 }, (_, index) => slipIn(`f${index}`, 0, () => (looks += 1)));
    expect(safeTextFixes(slips, () => true)).toHaveLength(500);
    expect(looks).toBeLessThan(2000);
  });
});
