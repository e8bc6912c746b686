import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCollisions } from '../../src/paths/find-collisions.js';

describe('findCollisions', () => {
  it('finds nothing where all names differ', () => {
    expect(findCollisions(['a', 'b', 'a.png', 'а'])).toEqual([]);
    expect(findCollisions([])).toEqual([]);
  });

  it('takes a name given twice for one name', () => {
    expect(findCollisions(['a', 'a'])).toEqual([]);
  });

  it('groups names by key, names and groups in code-unit order', () => {
    expect(findCollisions(['foo', 'z', 'e\u0301', 'FOO', '\u00e9', 'Foo'])).toEqual([
      ['FOO', 'Foo', 'foo'],
      ['e\u0301', '\u00e9'],
    ]);
  });

  it('takes names of object properties for ordinary names', () => {
    expect(findCollisions(['__proto__', 'constructor', 'toString', 'TOSTRING'])).toEqual([['TOSTRING', 'toString']]);
  });

  it('does not depend on the order of the names', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'A', 'ß', 'S', 's'), minLength: 1, maxLength: 3 });
    const twoOrders = fc
      .array(name, { maxLength: 20 })
      .chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length })));
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(findCollisions(other)).toEqual(findCollisions(one));
      }),
    );
  });
});
