import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUnescaped } from '../../../src/codec/json/count-unescaped.js';
import { bytesOf, documentOf, faultsOf } from './support.js';

const count = (text: string, maxDepth = 64): number | undefined => countUnescaped(bytesOf(text), maxDepth);

/** The members of all objects of a value. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, member) => sum + membersOf(member), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

describe('countUnescaped', () => {
  it.each<readonly [text: string, maxDepth: number, members: number | undefined]>([
    ['{}', 1, 0],
    ['[]', 1, 0],
    ['{}', 0, undefined],
    ['[]', 0, undefined],
    ['3', 0, 0],
    ['[[]]', 1, undefined],
    ['[[]]', 2, 0],
    ['[{}]', 1, undefined],
    ['{"a":{"b":[]}}', 2, undefined],
    ['{"a":{"b":[]}}', 3, 2],
    ['[true,[[]]]', 2, undefined], // no letter closes what is open
    ['{"a":null,"b":[false,[]]}', 2, undefined],
    ['[[],[],{},{}]', 2, 0], // what was closed is no longer inside
    ['{"a":{},"b":{}}', 2, 2],
    ['{"a":":","b":"{[:","c":"]}"}', 1, 3], // nothing of a string counts
    ['{ "a" :\n\t1 , "b" : 2 }', 1, 2],
    ['{":":1}', 1, 1],
    ['""', 0, 0],
    ['["","",""]', 1, 0],
  ])('of %j with at most %i levels there are %j', (text, maxDepth, members) => {
    expect(count(text, maxDepth)).toBe(members);
  });

  it.each<readonly [number: string, isPlain: boolean]>([
    ['0', true],
    ['-1', true],
    ['-0', false],
    ['10', true],
    ['1.5', false],
    ['1e3', false],
    ['1E3', false],
    ['-2.5', false],
    ['123456789012345', true],
    ['1234567890123456', false],
    ['-12345678901234', true],
    ['-123456789012345', false],
    ['9', true],
    ['99', true],
  ])('says nothing of a number that is not a plain integer: %s, plain %s', (number, isPlain) => {
    const expected = (members: number) => (isPlain ? members : undefined);
    expect([count(number), count(`[${number}]`), count(`{"a":${number},"b":1}`), count(`[7,${number}]`)]).toEqual([
      expected(0),
      expected(0),
      expected(2),
      expected(0),
    ]);
  });

  it('counts what the value has', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', ':', '{', '[', ']', '}', ',', '-0', '1.5', ' '), maxLength: 3 });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false, 0, 12, -7),
        key,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (json, indent) => {
        expect(count(JSON.stringify(json, null, indent))).toBe(membersOf(json));
      }),
    );
  });
});

describe('the length of a string', () => {
  it.each(['["abc"]', '{"abc":1}', '["\\u0061"]'])('may be just the limit, as it is written: %s', (text) => {
    const length = text.includes('\\') ? 6 : 3;
    expect(documentOf(text, { maxStringBytes: length }).value).toEqual(JSON.parse(text));
    const [fault, ...more] = faultsOf(text, { maxStringBytes: length - 1 });
    expect([fault?.code, fault?.data, more]).toEqual([
      'JSON_STRING_TOO_LONG',
      expect.objectContaining({ limit: length - 1, found: length }),
      [],
    ]);
    expect(fault).toMatchObject({ offset: 1, length: length + 2, pointer: text.startsWith('{') ? '/abc' : '/0' });
  });
});
