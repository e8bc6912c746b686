import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectJson } from '../../../src/codec/json/inspect-json.js';
import { JSON_BUDGETS, readJson } from '../../../src/codec/json/read-json.js';
import { bytesOf } from './support.js';

/** Pieces of JSON without a backslash: texts that may take the simple way, and what it has to leave to the others. */
const scalar = fc.constantFrom(
  ...['0', '1', '-1', '-0', '12', '1.0', '1.5', '1e2', '1E2', '0e0', '-0.0', '123456789012345', '1234567890123456', '9007199254740993'],
  ...['true', 'false', 'null', '""', '"a"', '"1.5e3"', '"é€"', '" {[,:]} "', '"__proto__"', '1e999', '-12e-1'],
);
const blank = fc.constantFrom('', ' ', '\n  ', '\t', '\r\n');
const key = fc.constantFrom('"a"', '"b"', '"c"', '"1"', '"0"', '""', '"é"', '"__proto__"', '"constructor"', '"toString"', '"a":{"a"');

const { json } = fc.letrec<{ json: string; array: string; object: string }>((tie) => ({
  json: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('array'), tie('object')),
  array: fc.tuple(blank, fc.array(tie('json'), { maxLength: 3 })).map(([space, items]) => `[${space}${items.join(`${space},`)}${space}]`),
  object: fc
    .tuple(blank, fc.array(fc.tuple(key, tie('json')), { maxLength: 4 }))
    .map(([space, members]) => `{${members.map(([name, value]) => `${space}${name}${space}:${space}${value}`).join(',')}${space}}`),
}));

/** The same with a bracket or comma too many, or one missing, now and then. */
const text = fc.oneof(
  { weight: 4, arbitrary: json },
  {
    weight: 1,
    arbitrary: fc
      .tuple(json, fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '1'))
      .map(([whole, at, by]) => whole.slice(0, at % (whole.length + 1)) + by + whole.slice((at % (whole.length + 1)) + 1)),
  },
);

const maxDepth = 4;

describe('a text without a backslash', () => {
  it('is read as every other way reads it', () => {
    const ways = { simple: 0, refused: 0 };
    fc.assert(
      fc.property(text, (whole) => {
        const bytes = bytesOf(whole);
        const read = readJson(bytes, { root: 'any', maxDepth });
        // one byte less for strings changes nothing but the way: no string is as long as its text
        const other = readJson(bytes, { root: 'any', maxDepth, maxStringBytes: bytes.length - 1 });
        expect(JSON.stringify(read)).toBe(JSON.stringify(other));
        const { faults, plainNumbers } = inspectJson(bytes, whole, { ...JSON_BUDGETS, maxDepth });
        if (read.isErr()) {
          ways.refused += 1;
          return;
        }
        ways.simple += 1;
        expect(read.value.valueFaults).toEqual(faults.filter(({ code }) => code === 'JSON_NUMBER_RANGE'));
        expect(faults.every(({ code }) => code === 'JSON_NUMBER_RANGE' || code === 'JSON_WRONG_ROOT')).toBe(true);
        expect(read.value.plainNumbers).toBe(plainNumbers);
        expect(read.value.value).toEqual(JSON.parse(whole));
      }),
      { numRuns: 4000 },
    );
    expect(Math.min(ways.simple, ways.refused)).toBeGreaterThan(300);
  });

  it.each([
    ['{"a":1,"a":1}', 'JSON_DUPLICATE_KEY'],
    ['{"a":{"b":1},"a":2}', 'JSON_DUPLICATE_KEY'],
    ['{"__proto__":1}', 'JSON_RESERVED_KEY'],
    ['[[[[[]]]]]', 'JSON_TOO_DEEP'],
    ['[1,2', 'JSON_SYNTAX'],
  ])('is refused as ever: %s', (whole, code) => {
    const read = readJson(bytesOf(whole), { root: 'any', maxDepth });
    expect(read._unsafeUnwrapErr().map((fault) => fault.code)).toEqual([code]);
  });

  it.each(['{"a":1.0}', '{"a":[-0]}', '{"a":1e2}', '{"a":1E2}', '{"a":1234567890123456}', '{"a":0.5}'])(
    'is not taken for one of plain numbers unless it is: %s',
    (whole) => {
      const token = whole.replaceAll(/[^-+.eE0-9]/g, '');
      expect(readJson(bytesOf(whole))._unsafeUnwrap().plainNumbers).toBe(String(Number(token)) === token);
    },
  );

  it('counts values and strings where a text is long enough to have too many', () => {
    const codes = (whole: string, budget: object) =>
      readJson(bytesOf(whole), { root: 'any', ...budget }).match(
        () => [],
        (faults) => faults.map(({ code }) => code),
      );
    expect(codes('[1,1]', { maxNodes: 3 })).toEqual([]);
    expect(codes('[1,1,1]', { maxNodes: 3 })).toEqual(['JSON_TOO_MANY_NODES']);
    expect(codes('["abc"]', { maxStringBytes: 3 })).toEqual([]);
    expect(codes('["abcd"]', { maxStringBytes: 3 })).toEqual(['JSON_STRING_TOO_LONG']);
  });
});
