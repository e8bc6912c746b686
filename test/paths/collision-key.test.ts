import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collisionKey, pathCollisionKey } from '../../src/paths/collision-key.js';
import { parseWorkspacePath, type WorkspacePath } from '../../src/paths/workspace-path.js';

const marks = ['\u0301', '\u0307', '\u0323', '\u0345', '\u0313', 'ﾞ'];
const letters = ['a', 'A', 'i', 'I', 'S', 's', 'α', 'Ι', '℀', 'ﬁ', 'ß', 'İ', 'ᾳ', '각', 'ﾊ'];
const anyName = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters, ...marks), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'Z', '\ud83d', '\ude00', '\ud800') }),
);

describe('collisionKey', () => {
  it.each([
    ['Foo', 'foo'],
    ['\u00e9', 'e\u0301'],
    ['ß', 'SS'],
    ['ﬁ', 'FI'],
    ['İ', 'i\u0307'],
    ['\u212a', 'k'],
    ['\u212b', '\u00c5'],
    ['ｆｕｌｌ', 'FULL'],
    ['ᾳ\u0301', 'ΆΙ'],
    ['각', '\u1100\u1161\u11a8'],
    ['㎏', 'KG'],
    ['\u0345\uff9e', '\u3099\u0345'], // the NFKC form of the first; two keys by D146 to the letter
  ])('is one for %j and %j', (a, b) => {
    expect(collisionKey(a)).toBe(collisionKey(b));
  });

  it.each([
    ['a', 'а'], // Cyrillic
    ['i', 'ı'],
    ['e', 'é'],
    ['a b', 'a_b'],
    ['o', '0'],
  ])('is two for %j and %j', (a, b) => {
    expect(collisionKey(a)).not.toBe(collisionKey(b));
  });

  it('is idempotent, and blind to normal forms and case', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const key = collisionKey(name);
        expect(collisionKey(key)).toBe(key);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(collisionKey(name.normalize(form))).toBe(key);
        expect(collisionKey(name.toLowerCase())).toBe(key);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is idempotent for every single character', () => {
    const changed: number[] = [];
    for (let code = 0; code < 0x11_0000; code += 1) {
      const key = collisionKey(String.fromCodePoint(code));
      if (collisionKey(key) !== key) changed.push(code);
    }
    expect(changed).toEqual([]);
  });
});

describe('pathCollisionKey', () => {
  const key = (text: string): string => pathCollisionKey(parseWorkspacePath(text)._unsafeUnwrap() satisfies WorkspacePath);

  it('compares name by name', () => {
    expect(key('Tiles/Stra\u00dfe')).toBe(key('tiles/STRASSE'));
    expect(key('x/a/c')).not.toBe(key('x/℀'));
  });
});
