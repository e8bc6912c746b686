import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BY_CODE_UNITS, inKeyOrder } from '../../src/codec/in-key-order.js';
import { isInCodeUnitOrder } from '../../src/codec/is-in-code-unit-order.js';
import { jsonValue } from './json-value.js';

/** Whether the long way gives the value back as it is. */
const standsSo = (value: unknown): boolean => inKeyOrder(value, BY_CODE_UNITS)?.value === value;

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, inOrder(member)]),
  );
}

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 0);

describe('isInCodeUnitOrder', () => {
  it('says what the long way does', () => {
    const value = fc.oneof(jsonValue, jsonValue.map(inOrder));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (list) => isInCodeUnitOrder(list) === standsSo(list)),
      { numRuns: 2000 },
    );
  });

  it.each([
    [
      'keys that begin like those of the object before, then not',
      [
        { a: 1, b: 2, c: 3 },
        { a: 1, c: 2, b: 3 },
      ],
      false,
    ],
    [
      'keys of which some are left out',
      [
        { a: 1, b: 2, c: 3 },
        { a: 1, c: 3 },
        { b: 2, c: 3 },
        { a: 1, b: 2, c: 3 },
      ],
      true,
    ],
    [
      'a key left out, and one after it that comes too late',
      [
        { a: 1, b: 2, c: 3 },
        { b: 1, a: 2 },
      ],
      false,
    ],
    [
      'another object inside, out of order',
      [
        { a: { x: 1, y: 2 }, b: 1 },
        { a: { y: 1, x: 2 }, b: 1 },
      ],
      false,
    ],
    ['a number that JSON cannot hold', [Number.NaN], false],
    ['nothing in a list', [undefined], false],
    ['what is no plain data', [new Date(0)], false],
    ['what tells itself how it is written', [{ toJSON: () => 1 }], false],
    ['an object without a prototype', [Object.create(null)], false],
    ['as deep as the long way goes', nested(201), true],
    ['deeper', nested(202), false],
  ])('tells of %s', (_, value, expected) => {
    expect([isInCodeUnitOrder(value), standsSo(value)]).toEqual([expected, expected]);
  });
});
