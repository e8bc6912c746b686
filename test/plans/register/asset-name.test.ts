import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { assetNameOf, createNameGiver } from '../../../src/plans/register/asset-name.js';

describe('assetNameOf', () => {
  it.each([
    ['hero', 'hero'],
    ['Hero Sprites', 'hero-sprites'],
    ['  Flat  Bar ', 'flat-bar'],
    ['Über', 'ber'],
    ['日本', 'asset'],
    ['__private', 'private'],
    ['a__b--c', 'a__b--c'],
    ['---', 'asset'],
    ['9lives', '9lives'],
    ['x'.repeat(80), 'x'.repeat(64)],
    [`${'x'.repeat(63)} y`, 'x'.repeat(63)],
  ])('%j becomes %j', (folder, name) => {
    expect(assetNameOf(folder)).toBe(name);
  });

  it('always gives a name that a declaration may have', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (folder) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(assetNameOf(folder))));
  });
});

describe('createNameGiver', () => {
  it('gives each name once, in the order asked', () => {
    const give = createNameGiver(['hero', 'hero-3']);
    expect(['hero', 'hero', 'rock', 'hero', 'rock'].map(give)).toEqual(['hero-2', 'hero-4', 'rock', 'hero-5', 'rock-2']);
  });

  it('keeps numbered names within 64 characters', () => {
    const give = createNameGiver(['x'.repeat(64)]);
    expect(give('x'.repeat(64))).toBe(`${'x'.repeat(62)}-2`);
  });
});
