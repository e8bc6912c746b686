import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { escapeText } from '../../src/report/escape-text.js';

describe('escapeText', () => {
  it.each([
    ['a line end', 'a\nerror FORGED', 'a\\u000aerror FORGED'],
    ['a terminal sequence', '\u001b[2J', '\\u001b[2J'],
    ['a bidirectional override', 'gnp.\u202eoreh', 'gnp.\\u202eoreh'],
    ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['a tag beyond the first plane', '\u{e0041}', '\\u{e0041}'],
    ['half a surrogate pair', 'a\ud800', 'a\\ud800'],
  ])('shows %s by its code point', (_, text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it.each(['assets/héros/été.png', '空/🎮.png', 'a b\u00a0c'])('keeps %s', (text) => {
    expect(escapeText(text)).toBe(text);
  });

  it('leaves nothing behind to escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u);
        expect(escapeText(escaped)).toBe(escaped);
      }),
    );
  });
});
