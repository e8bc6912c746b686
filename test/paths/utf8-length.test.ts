import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsUtf8, utf8Length } from '../../src/paths/utf8-length.js';

const anyText = fc.string({ unit: fc.constantFrom('a', 'é', '水', '😀', '\ud83d', '\ude00', '\u0000', '\uffff'), maxLength: 40 });

describe('utf8Length', () => {
  it('counts what TextEncoder encodes, lone surrogates as their replacement', () => {
    fc.assert(fc.property(anyText, (text) => utf8Length(text) === new TextEncoder().encode(text).length));
  });
});

describe('fitsUtf8', () => {
  it('agrees with the exact count at every limit', () => {
    fc.assert(fc.property(anyText, fc.nat(130), (text, limit) => fitsUtf8(text, limit) === utf8Length(text) <= limit));
  });

  it('holds at the limit and not one byte over it', () => {
    expect([fitsUtf8('éé', 4), fitsUtf8('éé', 3), fitsUtf8('', 0)]).toEqual([true, false, true]);
  });
});
