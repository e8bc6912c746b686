import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFold } from '../../src/paths/case-fold.js';

describe('caseFold', () => {
  it.each([
    ['AZ az 09 [`{', 'az az 09 [`{'],
    ['Straße', 'strasse'],
    ['ẞ', 'ss'],
    ['İ', 'i\u0307'],
    ['ı', 'ı'], // folds in Turkic locales only
    ['\u212a', 'k'],
    ['ſ', 's'],
    ['Σσς', 'σσσ'],
    ['ᾯ', 'ὧι'],
    ['Ꭰ', 'Ꭰ'], // Cherokee folds to upper case
    ['ꭰ', 'Ꭰ'],
    ['Ǆǅǆ', 'ǆǆǆ'],
    ['ĀĂ', 'āă'],
    ['𐐀𞤡', '𐐨𞥃'],
    ['\ud800A', '\ud800a'],
  ])('folds %j to %j', (from, to) => {
    expect(caseFold(from)).toBe(to);
  });

  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => caseFold(caseFold(text)) === caseFold(text)));
  });
});
