import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPointer } from '../../../src/codec/json-pointer.js';
import { documentOf } from './support.js';

const text = `{
  "schema_version": 4,
  "größe": { "é\\u0061/~": [1.0, "😀x", [], { }] },
  "list": [ { "a": -0 }, null ]
}`;

/** Every pointer into a value, with the value. */
function* placesIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly [string, unknown]> {
  yield [jsonPointer(path), value];
  if (typeof value !== 'object' || value === null) return;
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [step, member] of members) yield* placesIn(member, [...path, step]);
}

describe('locate', () => {
  const document = documentOf(text);

  it('tells line, column in UTF-16 code units and offset in bytes', () => {
    expect(document.locate('/schema_version', 'value')).toEqual({
      start: { line: 2, column: 21, offset: 22 },
      end: { line: 2, column: 22, offset: 23 },
    });
    expect(document.locate('/größe', 'key')).toEqual({
      start: { line: 3, column: 3, offset: 27 },
      end: { line: 3, column: 10, offset: 36 },
    });
    expect(document.locate('/größe/éa~1~0/1', 'value')).toMatchObject({ start: { line: 3, column: 33 }, end: { line: 3, column: 38 } });
    expect(document.locate('', 'value')).toMatchObject({ start: { line: 1, column: 1, offset: 0 }, end: { line: 5, column: 2 } });
  });

  it('takes the value where there is no key, and the nearest value above where the pointer leads nowhere', () => {
    expect(document.locate('/list/1', 'key')).toEqual(document.locate('/list/1', 'value'));
    expect(document.locate('', 'key')).toEqual(document.locate('', 'value'));
    const list = document.locate('/list', 'value');
    for (const lost of ['/list/2', '/list/-1', '/list/01', '/list/a', '/list/1/x', '/list/99999999999999999999']) {
      expect(document.locate(lost, 'value')).toEqual(lost.startsWith('/list/1/') ? document.locate('/list/1', 'value') : list);
      expect(document.locate(lost, 'key')).toEqual(document.locate(lost, 'value'));
    }
    expect(document.locate('/nothing/at/all', 'key')).toEqual(document.locate('', 'value'));
  });

  it('counts CR, LF and CRLF as the end of a line each', () => {
    const lines = documentOf('[1,\r2,\n3,\r\n4,\n\r5]');
    expect([0, 1, 2, 3, 4].map((index) => lines.locate(`/${index}`, 'value').start)).toEqual([
      { line: 1, column: 2, offset: 1 },
      { line: 2, column: 1, offset: 4 },
      { line: 3, column: 1, offset: 7 },
      { line: 4, column: 1, offset: 11 },
      { line: 6, column: 1, offset: 15 },
    ]);
  });

  it('finds the very token of each value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const written = JSON.stringify({ value }, null, indent).replaceAll('\n', '\r\n');
        if (/"(?:__proto__|constructor|prototype)":/.test(written)) return;
        const bytes = new TextEncoder().encode(written);
        const read = documentOf(written);
        const lines = written.split('\r\n');
        for (const [pointer, expected] of placesIn(JSON.parse(written))) {
          const { start, end } = read.locate(pointer, 'value');
          const token = new TextDecoder().decode(bytes.subarray(start.offset, end.offset));
          expect(JSON.parse(token)).toEqual(expected);
          expect(read.tokenAt(pointer)).toBe(token);
          expect(lines[start.line - 1]?.slice(start.column - 1).startsWith(token.split('\r\n')[0] ?? '')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the very token of each key', () => {
    const keys = ['a', 'é', '😀', '/', '~', '~1', '', '10', '"', '\\', '\n', '\u0000'];
    const read = documentOf(JSON.stringify(Object.fromEntries(keys.map((key) => [key, { [key]: key }])), null, 1));
    const bytes = new TextEncoder().encode(read.text);
    for (const key of keys) {
      for (const pointer of [jsonPointer([key]), jsonPointer([key, key])]) {
        const { start, end } = read.locate(pointer, 'key');
        expect(JSON.parse(new TextDecoder().decode(bytes.subarray(start.offset, end.offset)))).toBe(key);
      }
    }
  });

  it('answers many questions about a long text on one line', () => {
    const items = 200_000;
    const long = documentOf(`[${Array.from({ length: items }, (_, index) => `{"é":${index}}`).join(',')}]`);
    for (let index = 0; index < items; index += 7) {
      expect(long.tokenAt(`/${index}/é`)).toBe(String(index));
      expect(long.locate(`/${index}/é`, 'value').start.line).toBe(1);
    }
  });
});

describe('tokens', () => {
  it('are given as they are written', () => {
    const document = documentOf(text);
    expect(document.plainNumbers).toBe(false);
    expect(document.topLevelToken('schema_version')).toBe('4');
    expect(document.topLevelToken('list')).toBe('[ { "a": -0 }, null ]');
    expect(document.tokenAt('/größe/éa~1~0/0')).toBe('1.0');
    expect(document.tokenAt('/list/0/a')).toBe('-0');
    expect(document.tokenAt('/list/2')).toBeUndefined();
    expect(document.tokenAt('/list/0/a', 'key')).toBe('"a"');
    expect(document.tokenAt('/list/0', 'key')).toBeUndefined();
    expect(document.tokenAt('', 'key')).toBeUndefined();
    expect(document.tokenAt('/nowhere', 'key')).toBeUndefined();
    expect(document.topLevelToken('toString')).toBeUndefined();
    expect(document.topLevelToken('missing')).toBeUndefined();
    expect(documentOf('7').topLevelToken('missing')).toBeUndefined();
    expect(documentOf('null').topLevelToken('missing')).toBeUndefined();
    expect(documentOf('"abc"').topLevelToken('length')).toBeUndefined();
    expect(documentOf('{"a":"4"}').topLevelToken('a')).toBe('"4"');
  });

  it('are what JavaScript prints where all numbers are plain', () => {
    for (const plain of ['4', '0', '-12', '0.5', '1.5e-7', '123456789012345', '9007199254740991']) {
      expect(documentOf(`{"a":${plain}}`)).toMatchObject({ plainNumbers: true });
      expect(documentOf(`{"a":${plain}}`).topLevelToken('a')).toBe(plain);
    }
    for (const other of ['4.0', '-0', '1e3', '0.50', '5e-1', '1E400', '9007199254740993', '1e21']) {
      expect(documentOf(`{"a":${other}}`)).toMatchObject({ plainNumbers: false });
      expect(documentOf(`{"a":${other}}`).topLevelToken('a')).toBe(other);
    }
  });
});
