import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLiteral, literalEnd } from '../../../src/codec/json/byte-literal.js';
import { viewOf } from './support.js';

describe('byteLiteral', () => {
  it('takes four bytes at a time, and the last four besides', () => {
    expect(byteLiteral('abcd')).toEqual({ length: 4, words: Int32Array.of(0x61626364), last: 0x61626364 });
    expect(byteLiteral('abcdefg')).toEqual({ length: 7, words: Int32Array.of(0x61626364), last: 0x64656667 });
    expect(byteLiteral('abcdefgh')).toEqual({ length: 8, words: Int32Array.of(0x61626364, 0x65666768), last: 0x65666768 });
  });
});

describe('literalEnd', () => {
  const literal = 'abcdefghijk';

  it('is behind a literal that stands there, also at the very end of the text', () => {
    expect(literalEnd(viewOf(`xx${literal}yyyy`), 2, byteLiteral(literal))).toBe(13);
    expect(literalEnd(viewOf(`x${literal}`), 1, byteLiteral(literal))).toBe(12);
    expect(literalEnd(viewOf(literal), 0, byteLiteral(literal))).toBe(11);
  });

  it('is nowhere where one byte differs, or is missing', () => {
    for (let at = 0; at < literal.length; at += 1) {
      const other = `${literal.slice(0, at)}X${literal.slice(at + 1)}`;
      expect([at, literalEnd(viewOf(`--${other}--`), 2, byteLiteral(literal))]).toEqual([at, -1]);
    }
    for (let length = 0; length < literal.length; length += 1)
      expect(literalEnd(viewOf(`--${literal.slice(0, length)}`), 2, byteLiteral(literal))).toBe(-1);
  });

  it('says what startsWith says, at every place', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 24 });
    const wanted = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(text, wanted, text, (before, word, after) => {
        const whole = before + word + after;
        const view = viewOf(whole);
        for (let at = 0; at <= whole.length; at += 1)
          expect(literalEnd(view, at, byteLiteral(word))).toBe(whole.startsWith(word, at) ? at + word.length : -1);
      }),
    );
  });
});
