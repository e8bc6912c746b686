import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createTextRanges } from '../../src/codec/json/create-text-ranges.js';
import { createLineIndex } from '../../src/report/line-index.js';

const encode = (text: string) => new TextEncoder().encode(text);

const line = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '🎮', '\n', '\r', '\r\n', '\ufeff'), maxLength: 60 });

describe('createLineIndex', () => {
  it('answers as the reader of the text does, at every byte that begins a character', () => {
    fc.assert(
      fc.property(line, (text) => {
        const [positionOf, rangeOf] = [createLineIndex(text), createTextRanges(encode(text))];
        const starts = [...text].reduce<readonly number[]>((all, each) => [...all, (all.at(-1) ?? 0) + encode(each).length], [0]);
        for (const offset of starts) {
          const { start } = rangeOf({ offset, length: 0 });
          const isInCrLf =
            text.includes('\r\n') &&
            new TextDecoder('utf-8', { ignoreBOM: true }).decode(encode(text).subarray(0, offset)).endsWith('\r') &&
            encode(text)[offset] === 10;
          expect(positionOf(offset)).toEqual(isInCrLf ? null : { line: start.line - 1, character: start.column - 1 });
        }
      }),
    );
  });

  it('answers in long lines without going through them each time', () => {
    const [long, many] = [1_000_000, 40_000];
    const positionOf = createLineIndex(`\ufeff\r\n${'é'.repeat(long)}\r\n`);
    for (let at = long - many; at <= long; at++) expect(positionOf(5 + 2 * at)?.character).toBe(at);
    expect([6, 5 + 2 * long + 1].map(positionOf)).toEqual([null, null]);
    expect(positionOf(5 + 2 * long + 2)).toEqual({ line: 2, character: 0 });
  });

  it('has no answer inside a character, and past the end', () => {
    const positionOf = createLineIndex('é🎮');
    expect([0, 1, 2, 3, 6, 7].map(positionOf)).toEqual([
      { line: 0, character: 0 },
      null,
      { line: 0, character: 1 },
      null,
      { line: 0, character: 3 },
      null,
    ]);
  });
});
