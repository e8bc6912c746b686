import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonEquals } from '../../src/codec/json-equals.js';
import { jsonPair } from './json-value.js';

test.each([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: null }, {}, false],
  [[1, 2], [2, 1], false],
  [[1], [1, 1], false],
  [[], {}, false],
  [{}, [], false],
  [null, {}, false],
  [{}, null, false],
  [0, -0, false],
  [1, '1', false],
  [JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}'), true],
  [JSON.parse('{"__proto__": {}}'), { toString: {} }, false],
  [{ a: 1 }, { toString: 1 }, false],
])('%j and %j', (a, b, equal) => {
  expect(jsonEquals(a, b)).toBe(equal);
  expect(jsonEquals(b, a)).toBe(equal);
});

test('two JSON values are equal where node finds them so', () => {
  fc.assert(
    fc.property(jsonPair, ([a, b]) => {
      expect(jsonEquals(a, b)).toBe(isDeepStrictEqual(a, b));
      expect(jsonEquals(a, structuredClone(a))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
