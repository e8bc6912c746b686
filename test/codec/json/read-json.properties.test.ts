import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonClassOf } from '../../../src/codec/json/json-class.js';
import { readJson } from '../../../src/codec/json/read-json.js';
import { bytesOf } from './support.js';

const key = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, tie('scalar'), tie('array'), tie('object')),
  scalar: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((double) => !Object.is(double, -0) && (!/^-?\d+$/.test(String(double)) || Number.isSafeInteger(double))),
  ),
  array: fc.array(tie('value'), { maxLength: 5 }),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

/** A token that JSON has, or that almost is one: texts of them are often JSON, and often nearly. */
const token = fc.constantFrom(
  ...['{', '}', '[', ']', ',', ':', '"a"', '"b"', '"\\u0061"', '1', '-0', '1.5', '1e5', 'true', 'null', ' ', '\n', '{"a":1}', '[1,2]'],
  ...['01', '1.', '-', '"', '\\', '"\\x"', '//', '/*', '*/', 'x', '\u00a0', '\u0000', '\u{1f600}', '"\u{1f600}"', '"\\ud83d"', '\ufeff'],
);

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('readJson', () => {
  it('reads back what JSON.stringify wrote', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, '\t'), (expected, indent) => {
        const text = JSON.stringify(expected, null, indent);
        const document = readJson(bytesOf(text), { root: 'any' })._unsafeUnwrap();
        expect(document.value).toEqual(JSON.parse(text));
        expect(document.value).toEqual(expected);
        expect(document.text).toBe(text);
        expect(document.valueFaults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same grammar as JSON.parse', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        const read = readJson(bytesOf(text), { root: 'any' });
        const classes = read.isErr() ? read.error.map(({ code }) => jsonClassOf(code)) : [];
        const isJson = read.isOk() || classes.every((name) => name === 'duplicate-key');
        expect(isJson).toBe(parses(text));
        if (read.isOk()) expect(read.value.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('finds the same duplicates as a plain oracle', () => {
    const spelled = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"\\u0062"', '""', '"a\\/b"', '"a/b"', '"é"', '"\\u00e9"');
    const members = fc.array(fc.tuple(spelled, fc.constantFrom('1', '"a"', '{"a":[]}', '[{"b":"\\u0061"}]')), { maxLength: 6 });
    fc.assert(
      fc.property(members, fc.constantFrom('', ' ', '\n'), (list, blank) => {
        const text = `{"in":{${list.map(([name, content]) => `${name}${blank}:${blank}${content}`).join(`,${blank}`)}}}`;
        const keys = list.map(([name]) => JSON.parse(name) as string);
        const repeated = keys.filter((name, index) => keys.indexOf(name) < index);
        const read = readJson(bytesOf(text));
        const found = read.isErr() ? read.error.map((fault) => (fault.code === 'JSON_DUPLICATE_KEY' ? fault.data.key : fault.code)) : [];
        expect(found).toEqual(repeated);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers alike whether a text takes the fast way or the slow one', () => {
    fc.assert(
      fc.property(value, (expected) => {
        const text = JSON.stringify({ expected });
        const fast = readJson(bytesOf(text))._unsafeUnwrap();
        const slow = readJson(bytesOf(`${text.slice(0, -1)},"pair":"\\ud83d\\ude39"}`))._unsafeUnwrap();
        expect(slow.value).toEqual({ ...(fast.value as object), pair: '\u{1f639}' });
        expect(slow.plainNumbers).toBe(fast.plainNumbers);
        expect(slow.valueFaults).toEqual(fast.valueFaults);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = readJson(bytes, { root: 'any' });
        for (const { offset, length } of read.isErr() ? read.error : []) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
