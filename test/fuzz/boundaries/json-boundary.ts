import { isDeepStrictEqual } from 'node:util';
import { diagnoseJson } from '../../../src/codec/json/diagnose-json.js';
import { jsonClassOf } from '../../../src/codec/json/json-class.js';
import { readJson } from '../../../src/codec/json/read-json.js';
import { type Boundary, holds } from '../boundary.js';
import { jsonTokens } from '../json-spans.js';
import { encode, fixturesOf, handsOf } from '../seeds.js';

const BUDGETS = { root: 'any', maxNodes: 400, maxStringBytes: 600 } as const;

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The pointers of a value and of all that is in it, with what stands there. */
function* placesOf(value: unknown, pointer = ''): Generator<readonly [string, unknown]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield* placesOf(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** The keys of all objects in a value. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(keysIn)];
}

const seeds = [
  ...[
    'null',
    '0',
    '""',
    '[]',
    '{}',
    '-0',
    '1e400',
    '[1.0, 1e2, -0.0, 0.1, 12345678901234567890]',
    '{"a":1,"\\u0061":2}',
    '[1,]',
    '// x\n{}',
  ],
  ...[
    '"\\ud83d\\ude39 \\ud83d"',
    '{"__proto__": {}, "constructor": 1}',
    '[[[[[[[[{"a":[{"b":null}]}]]]]]]]]',
    '<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n',
  ],
  ...[
    'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
    '{"é": "\u{1f600}", "日本": ["\\/", "\\n\\t", "a\u2028b"]}',
    ' \r\n\t',
  ],
];

/** Strict JSON. */
export const jsonBoundary: Boundary = {
  name: 'json',
  extension: 'json',
  words: [
    '"__proto__":1,',
    '"constructor"',
    '\\ud800',
    '\\u0061',
    '\ufeff',
    '\u2028',
    '/*',
    '*/',
    '//',
    '<<<<<<< ',
    '\n=======\n',
    '\u0000',
    "'",
    'undefined',
  ],
  seeds: () => [
    ...seeds.map(encode),
    ...handsOf('{"a": [1, -2.5, true, null, "x\\"y"], "b": {"c": {}, "d": []}}'),
    ...fixturesOf('versions/asset', 'in.json'),
  ],
  run: (bytes) => {
    const read = readJson(bytes, BUDGETS);
    if (read.isErr()) return { value: null, diagnostics: diagnoseJson(read.error, { artifact: 'asset', file: 'f', bytes }) };
    const { value, text, plainNumbers, valueFaults } = read.value;
    const places = [...placesOf(value)]
      .slice(0, 30)
      .map(([pointer]) => [pointer, read.value.tokenAt(pointer), read.value.tokenAt(pointer, 'key')]);
    return { value: { value, text, plainNumbers, valueFaults, places }, diagnostics: [] };
  },
  check: ({ value, diagnostics }, bytes) => {
    const text = utf8(bytes);
    const parsed = text === null ? null : parse(text);
    if (value === null) {
      const classes = [...new Set(diagnostics.map(({ code }) => jsonClassOf(code as never)))];
      holds(classes.length === 1, 'one class is told', classes);
      const isPolicy = ['duplicate-key', 'reserved-key', 'over-budget'].includes(classes[0] ?? '');
      if (parsed !== null) holds(isPolicy, 'JSON is refused by policy alone', classes);
      else holds(!['duplicate-key', 'reserved-key'].includes(classes[0] ?? ''), 'what is no JSON is refused as that', classes);
      return;
    }
    const accepted = value as {
      value: unknown;
      text: string;
      plainNumbers: boolean;
      places: readonly (readonly [string, string | undefined])[];
    };
    holds(parsed !== null && isDeepStrictEqual(accepted.value, parsed.value), 'accepted JSON is what JSON.parse makes of it');
    holds(accepted.text === text, 'the text is kept');
    const keys = keysIn(accepted.value);
    const written = jsonTokens(accepted.text).filter(({ kind }) => kind === 'colon').length;
    holds(keys.length === written, 'no key stands twice', keys.length, written);
    holds(!keys.some((key) => ['__proto__', 'constructor', 'prototype'].includes(key)), 'no key is reserved');
    const found = [...placesOf(accepted.value)];
    for (const [index, [pointer, token]] of accepted.places.entries()) {
      holds(isDeepStrictEqual(parse(token ?? '')?.value, found[index]?.[1]), 'a token is that of its value', pointer, token);
    }
    const spelled = [...accepted.text.matchAll(/"(?:[^"\\]|\\.)*"|(-?[0-9][0-9.eE+-]*)/g)].flatMap(([, number]) => number ?? []);
    holds(accepted.plainNumbers === spelled.every((number) => String(Number(number)) === number), 'plain numbers are told', spelled);
  },
};
