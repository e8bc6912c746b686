import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic, Fix, TextEdit } from '../../../src/diagnostics/diagnostic.js';
import { editsOfSafeTextFixes, safeTextFixes } from '../../../src/plans/fix/safe-text-fixes.js';

function found(file: string, fixes: readonly Fix[]): Diagnostic {
  const data = { closing: ']' } as never;
  return diagnose('JSON_TRAILING_COMMA', { artifact: 'asset', location: { kind: 'file', file }, data, fixes });
}

const edit = (file: string, start: number, end: number, newText = ''): TextEdit => ({ file, start, end, newText });
const fix = (applicability: Fix['applicability'], ...edits: readonly TextEdit[]): Fix => ({ title: 'mend it', applicability, edits });
const safe = (...edits: readonly TextEdit[]): Diagnostic => found(edits[0]?.file ?? '', [fix('safe', ...edits)]);

/** Which of the findings are taken, by their places. */
const taken = (findings: readonly Diagnostic[], isTaken = (file: string): boolean => file !== ''): readonly number[] =>
  safeTextFixes(findings, isTaken).map(({ diagnostic }) => findings.indexOf(diagnostic));

describe('safeTextFixes', () => {
  it.each<[string, readonly Diagnostic[], readonly number[]]>([
    ['both of two that touch', [safe(edit('a', 4, 6)), safe(edit('a', 6, 8)), safe(edit('a', 2, 4))], [0, 1, 2]],
    ['the first of two that overlap at its end', [safe(edit('a', 4, 6)), safe(edit('a', 5, 7))], [0]],
    ['the first of two that overlap at its start', [safe(edit('a', 4, 6)), safe(edit('a', 3, 5))], [0]],
    ['the first of one inside the other', [safe(edit('a', 4, 9)), safe(edit('a', 5, 6))], [0]],
    ['those of each file by itself', [safe(edit('a', 4, 6)), safe(edit('b', 5, 7)), safe(edit('a', 5, 7))], [0, 1]],
    [
      'none of which one edit overlaps, and holds nothing against its others',
      [safe(edit('a', 4, 6)), safe(edit('a', 0, 1), edit('a', 5, 7)), safe(edit('a', 0, 1))],
      [0, 2],
    ],
    [
      'the edits of all that were taken in account',
      [safe(edit('a', 0, 1), edit('a', 8, 9)), safe(edit('a', 4, 5)), safe(edit('a', 0, 9)), safe(edit('a', 0, 1))],
      [0, 1],
    ],
    ['none without a fix', [found('a', [])], []],
  ])('takes %s', (_, findings, expected) => {
    expect(taken(findings)).toEqual(expected);
  });

  it('takes none whose edits are not all in files that are taken', () => {
    expect(taken([safe(edit('a', 0, 1), edit('b', 0, 1)), safe(edit('a', 0, 1))], (file) => file === 'a')).toEqual([1]);
    expect(taken([safe(edit('b', 0, 1), edit('a', 0, 1))], (file) => file === 'a')).toEqual([]);
  });

  it.each<[string, readonly Fix[], string | undefined]>([
    ['the first safe one', [fix('safe', edit('a', 0, 1)), fix('safe', edit('a', 2, 3))], '1'],
    ['the safe one after others', [fix('unsafe', edit('a', 0, 1)), fix('display-only'), fix('safe', edit('a', 2, 3))], '3'],
    ['one that changes something', [fix('safe'), fix('safe', edit('a', 2, 3))], '2'],
    ['none that needs a judgement', [fix('unsafe', edit('a', 0, 1))], undefined],
    ['none that changes nothing', [fix('safe')], undefined],
  ])('takes of one finding %s', (_, fixes, choice) => {
    const [one] = safeTextFixes([found('a', fixes)], () => true);
    expect(one?.choice).toBe(choice);
    expect(one?.fix).toBe(choice === undefined ? undefined : fixes[Number(choice) - 1]);
  });

  it('holds a fix against those of its own file alone', () => {
    let looks = 0;
    const slips = Array.from({ length: 500 }, (_, index) => {
      const one = {
        ...edit(`f${index}`, 0, 2),
        get start() {
          looks += 1;
          return 0;
        },
      };
      return safe(one);
    });
    expect(taken(slips)).toHaveLength(500);
    expect(looks).toBeLessThan(2000);
  });
});

describe('editsOfSafeTextFixes', () => {
  it('gives the edits of each file in its order, and of one place by what is put there', () => {
    const findings = [
      safe(edit('b', 7, 8), edit('a', 3, 3, 'y')),
      safe(edit('a', 9, 10)),
      safe(edit('a', 3, 3, 'x')),
      safe(edit('a', 1, 2)),
      safe(edit('b', 2, 3)),
    ];
    const edits = editsOfSafeTextFixes(safeTextFixes(findings, () => true));
    expect([...edits].map(([file, own]) => [file, own.map(({ start, newText }) => [start, newText])])).toEqual([
      [
        'b',
        [
          [2, ''],
          [7, ''],
        ],
      ],
      [
        'a',
        [
          [1, ''],
          [3, 'x'],
          [3, 'y'],
          [9, ''],
        ],
      ],
    ]);
  });
});
