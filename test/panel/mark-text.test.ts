import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from 'prometeu-packer';
import { lineStartsOf, markedSpans, markText } from '../../src/panel/mark-text.js';

function at(severity: Severity, from: readonly [number, number], to: readonly [number, number]): Diagnostic {
  const position = ([line, column]: readonly [number, number]) => ({ line, column, offset: 0 });
  const range = { start: position(from), end: position(to) };
  return { severity, location: { kind: 'text', file: 'a', pointer: '', range } } as unknown as Diagnostic;
}

const SHOWN = '{\n  "name": "hero",\n  "x": 12\n}\n';

describe('markText', () => {
  it('gives the whole text back, in order, whatever the text and wherever the findings', () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 30 }));
    const finding = fc
      .tuple(fc.constantFrom<Severity>('error', 'warning', 'info'), place, place)
      .map(([severity, from, to]) => at(severity, from, to));
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '\n', ' ', 'a', '1', ':', 't', 'rue'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(finding, { maxLength: 5 }), (shown, findings) => {
        const stretches = markText(shown, markedSpans(shown, findings));
        expect(stretches.map(({ text: part }) => part).join('')).toBe(shown);
      }),
    );
  });

  it('marks just what a finding names, in the colour of the worst', () => {
    const spans = markedSpans(SHOWN, [at('warning', [2, 3], [2, 9]), at('error', [2, 5], [2, 6]), at('info', [3, 8], [3, 10])]);
    const marked = markText(SHOWN, spans).filter(({ severity }) => severity !== null);
    expect(marked.map(({ text, severity }) => [text, severity])).toEqual([
      ['"n', 'warning'],
      ['a', 'error'],
      ['me"', 'warning'],
      ['12', 'info'],
    ]);
  });

  it('marks what goes over several lines on its first line', () => {
    expect(markedSpans(SHOWN, [at('error', [1, 1], [4, 2]), at('error', [2, 3], [3, 4])])).toMatchObject([
      { start: 0, end: 1 },
      { start: 4, end: 19 },
    ]);
  });

  it('marks at least one character, also at the end of the text', () => {
    for (const place of [
      [1, 1],
      [5, 1],
      [9, 9],
    ] as const) {
      const [span] = markedSpans(SHOWN, [at('error', place, place)]);
      expect(span!.end - span!.start).toBe(1);
      expect(span!.end).toBeLessThanOrEqual(SHOWN.length);
    }
    expect(markedSpans('', [at('error', [1, 1], [1, 1])])).toMatchObject([{ start: 0, end: 0 }]);
  });

  it('tells keys, texts, numbers and words apart', () => {
    const kinds = markText('{"a": ["b", -1.5e3, true, null]}', []).filter(({ token }) => token !== null);
    expect(kinds.map(({ token }) => token)).toEqual(['key', 'string', 'number', 'word', 'word']);
  });

  it('knows where lines begin', () => {
    expect(lineStartsOf('a\n\nb\n')).toEqual([0, 2, 3, 5]);
  });
});
