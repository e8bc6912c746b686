import { describe, it } from 'vitest';
import { diagnoseJson } from '../../src/codec/json/diagnose-json.js';
import { type JsonReadOptions, readJson } from '../../src/codec/json/read-json.js';
import { expectLinear } from './expect-linear.js';
import { encode, repeated } from './repeated-text.js';

const plenty: JsonReadOptions = { maxBytes: 2 ** 28, maxNodes: 2 ** 28, maxStringBytes: 2 ** 28, root: 'any' };

/** Text that a reader may trip over, as a text that goes on and on. */
const texts: readonly (readonly [string, (bytes: number) => Uint8Array, JsonReadOptions?])[] = [
  ['brackets that never close', repeated('', '[', '')],
  ['objects that never close', repeated('', '{"a":', '')],
  ['brackets that close', (bytes) => encode('['.repeat(bytes / 2) + ']'.repeat(bytes / 2))],
  ['one string', repeated('"', 'a', '"'), plenty],
  ['one string that never closes', repeated('"', 'a', ''), plenty],
  ['one string beyond its budget', repeated('"', 'é', '"')],
  ['escapes', repeated('"', '\\u0061\\n', '"'), plenty],
  ['backslashes', repeated('"', '\\\\', ''), plenty],
  ['half surrogate pairs', repeated('[', '"\\ud83d"', ']', ','), plenty],
  ['half surrogate pairs in one string', repeated('"', '\\ud83d', '"'), plenty],
  ['keys', repeated('{', (index) => `"key${index}":${index}`, '}', ','), plenty],
  ['keys of one long beginning', repeated('{', (index) => `"${'a'.repeat(200)}${index}":0`, '}', ','), plenty],
  ['keys that are numbers on one grid', repeated('{', (index) => `"${index * 4096}":0`, '}', ','), plenty],
  ['one key again and again', repeated('{', '"a":0', '}', ','), plenty],
  ['one key in all spellings', repeated('{', (index) => (index % 2 === 0 ? '"a":0' : '"\\u0061":0'), '}', ','), plenty],
  ['reserved keys', repeated('[', '{"__proto__":0}', ']', ','), plenty],
  ['one number', repeated('', '1', ''), plenty],
  ['one fraction', repeated('0.', '0', '1'), plenty],
  ['one exponent', repeated('1e', '0', '1'), plenty],
  ['numbers that JavaScript changes', repeated('[', '12345678901234567890', ']', ','), plenty],
  ['white space', repeated('', ' \t\r\n', '')],
  ['white space and then nonsense', repeated('', ' \n', '?')],
  ['conflict markers', repeated('', '<<<<<<< a\n=======\n>>>>>>> b\n', '')],
  ['half conflict markers', repeated('', '<<<<<<<\n======\n', '')],
  ['commas', repeated('[', ',', ']')],
  ['comments', repeated('{', '/**/', '}')],
  ['a comment that never closes', repeated('{/*', '/*', '')],
  ['line comments', repeated('', '//\n', '{}')],
  ['no UTF-8 at the end', (bytes) => Uint8Array.from([...encode('"'), ...new Uint8Array(bytes).fill(0x61), 0xff]), plenty],
  ['no UTF-8 at all', (bytes) => new Uint8Array(bytes).fill(0xff)],
  ['zeros', (bytes) => new Uint8Array(bytes)],
  ['half of UTF-16', (bytes) => Uint8Array.from({ length: bytes }, (_, index) => (index % 2 === 0 ? 0x7b : 0))],
  ['a large file by Git', repeated('version https://git-lfs.github.com/spec/v1\n', 'oid sha256:0\n', '')],
  [
    'faults under long pointers',
    (bytes) => encode(`${`{"${'k'.repeat(bytes / 64)}":`.repeat(50)}{${'"a":0,'.repeat(60)}"a":0}${'}'.repeat(50)}`),
  ],
];

describe('reading JSON takes time in proportion to the text', () => {
  it.each(texts.map(([name, make, options]) => ({ name, make, options })))('$name', ({ make, options }) => {
    expectLinear({
      make,
      run: (bytes) =>
        readJson(bytes, options).match<unknown>(
          (document) => document.locate('/a/b/c', 'value'),
          (faults) => diagnoseJson(faults, { artifact: 'asset', file: 'f', bytes }),
        ),
    });
  });
});
