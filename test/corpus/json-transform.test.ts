import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonCode } from '../../src/codec/json/json-fault.js';
import { readJson } from '../../src/codec/json/read-json.js';
import { isExactly } from './json-exact.js';

const folder = new URL('../../../shared/corpus/json/transform/', import.meta.url);
const names = readdirSync(folder).sort();

/** What the reader says of each text; nothing where it gives exactly the value in the text. */
const EXPECTED: Readonly<Record<string, readonly JsonCode[]>> = {
  'number_-9223372036854775808.json': ['JSON_NUMBER_RANGE'],
  'number_1.0.json': [],
  'number_1000000000000000.json': [],
  'number_1e-999.json': ['JSON_NUMBER_RANGE'],
  'number_9223372036854775807.json': ['JSON_NUMBER_RANGE'],
  'object_key_nfc_nfd.json': [],
  'object_same_key_different_values.json': ['JSON_DUPLICATE_KEY'],
  'object_same_key_unclear_values.json': ['JSON_DUPLICATE_KEY'],
  'string_1_invalid_codepoint.json': ['JSON_NOT_UTF8'],
  'string_2_invalid_codepoints.json': ['JSON_NOT_UTF8'],
  'string_3_invalid_codepoints.json': ['JSON_NOT_UTF8'],
};

describe('texts that parsers read differently', () => {
  it('are all there', () => {
    console.log(`json/transform: ${names.length} files read`);
    expect(names).toHaveLength(11);
    expect(names).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(names)('%s', (name) => {
    const bytes = readFileSync(new URL(encodeURIComponent(name), folder));
    const read = readJson(bytes, { root: 'any' });
    const codes = (read.isErr() ? read.error : read.value.valueFaults).map(({ code }) => code);
    expect(codes).toEqual(EXPECTED[name]);
    if (codes.length === 0) expect(isExactly(bytes.toString('utf8'), read.unwrapOr(undefined)?.value)).toBe(true);
  });
});
