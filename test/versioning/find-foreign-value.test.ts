import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findForeignValue } from '../../src/versioning/find-foreign-value.js';

const nested = (levels: number): unknown => (levels === 1 ? [] : [nested(levels - 1)]);
const cycle: Record<string, unknown> = {};
cycle['self'] = [cycle];
const withExtra = Object.assign([1], { extra: 1 });
class Thing {
  readonly a = 1;
}

test.each<[string, unknown, string]>([
  ['undefined', { a: [undefined] }, '/a/0'],
  ['NaN', { a: Number.NaN }, '/a'],
  ['infinity', [1, -Infinity], '/1'],
  ['-0', { 'a/b': -0 }, '/a~1b'],
  ['a function', { a: () => 1 }, '/a'],
  ['a symbol', { a: Symbol('a') }, '/a'],
  ['a big integer', { a: 1n }, '/a'],
  ['a Map', { a: new Map() }, '/a'],
  ['a Date', { a: new Date(0) }, '/a'],
  ['an object of a class', new Thing(), ''],
  ['a list of a class', { a: new (class extends Array {})() }, '/a'],
  ['half a surrogate pair', { a: 'x\ud800' }, '/a'],
  ['half a surrogate pair in a key', { '\udc00': 1 }, '/\udc00'],
  ['a reserved key', JSON.parse('{"a": {"__proto__": 1}}'), '/a/__proto__'],
  ['a key that is a symbol', { a: { [Symbol('a')]: 1 } }, '/a'],
  ['a hidden member', { a: Object.defineProperty({}, 'b', { value: 1 }) }, '/a'],
  ['a hole', { a: Array.from({ length: 2 }).fill(1, 1, 2) }, '/a/0'],
  ['a hole that is none of the members', { a: [, 1] }, '/a'], // eslint-disable-line no-sparse-arrays -- that is what it is about
  ['a hole at the end', { a: Object.assign([], { 0: 1, length: 2 }) }, '/a'],
  ['a hole, and as many names', { a: Object.assign([, 1], { extra: 1 }) }, '/a'], // eslint-disable-line no-sparse-arrays -- that is what it is about
  ['a list with a name', { a: withExtra }, '/a'],
  ['65 levels', nested(65), '/0'.repeat(64)],
])('finds %s', (_, value, pointer) => {
  expect(findForeignValue(value)).toBe(pointer);
});

test('an object without a prototype is as plain as any', () => {
  const bare = Object.assign(Object.create(null) as object, { a: [1] });
  expect(findForeignValue({ bare })).toBeNull();
  expect(findForeignValue({ bare: Object.assign(bare, { b: undefined }) })).toBe('/bare/b');
});

test('runs nothing of what it looks at', () => {
  let calls = 0;
  const computed = Object.defineProperty({}, 'a', { enumerable: true, get: () => (calls += 1) });
  expect(findForeignValue(computed)).toBe('/a');
  expect(calls).toBe(0);
});

test('ends on a cycle', () => {
  expect(findForeignValue(cycle)).not.toBeNull();
});

test('64 levels are as deep as a file may be, or as is said', () => {
  expect(findForeignValue(nested(64))).toBeNull();
  expect(findForeignValue(nested(65), { maxDepth: 65 })).toBeNull();
  expect(findForeignValue(nested(3), { maxDepth: 2 })).toBe('/0/0');
});

test('whatever JSON.parse gives is plain, but for -0 and what the strict reader refuses', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/__proto__|constructor|prototype|\\ud|-0/i.test(text));
      expect(findForeignValue(JSON.parse(text))).toBeNull();
    }),
  );
});

test('what was read stays as it is, wherever it still stands', () => {
  const known = { a: [{ b: -0 }], c: -0 };
  expect(findForeignValue({ a: [{ b: -0, d: 1 }], e: 2, c: -0 }, { known })).toBeNull();
  expect(findForeignValue({ ...known, d: -0 }, { known })).toBe('/d');
  expect(findForeignValue({ ...known, a: undefined }, { known: { c: -0 } })).toBe('/a');
});
