import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonClassOf } from '../../src/codec/json/json-class.js';
import type { JsonCode } from '../../src/codec/json/json-fault.js';
import { readJson } from '../../src/codec/json/read-json.js';
import { isExactly } from './json-exact.js';

const folder = new URL('../../../shared/corpus/json/parsing/', import.meta.url);
const names = readdirSync(folder).sort();

/** Every file that RFC 8259 accepts or leaves open and the reader does not accept whole, with the only code that says so. */
const POLICY: Readonly<Record<string, JsonCode>> = {
  'y_object_duplicated_key.json': 'JSON_DUPLICATE_KEY',
  'y_object_duplicated_key_and_value.json': 'JSON_DUPLICATE_KEY',
  'i_number_double_huge_neg_exp.json': 'JSON_NUMBER_RANGE',
  'i_number_neg_int_huge_exp.json': 'JSON_NUMBER_RANGE',
  'i_number_real_neg_overflow.json': 'JSON_NUMBER_RANGE',
  'i_number_real_underflow.json': 'JSON_NUMBER_RANGE',
  'i_number_too_big_pos_int.json': 'JSON_NUMBER_RANGE',
  'i_object_key_lone_2nd_surrogate.json': 'JSON_LONE_SURROGATE',
  'i_string_1st_valid_surrogate_2nd_invalid.json': 'JSON_LONE_SURROGATE',
  'i_string_incomplete_surrogate_and_escape_valid.json': 'JSON_LONE_SURROGATE',
  'i_string_incomplete_surrogates_escape_valid.json': 'JSON_LONE_SURROGATE',
  'i_string_invalid_surrogate.json': 'JSON_LONE_SURROGATE',
  'i_string_inverted_surrogates_U+1D11E.json': 'JSON_LONE_SURROGATE',
  'i_string_lone_second_surrogate.json': 'JSON_LONE_SURROGATE',
  'i_string_UTF-8_invalid_sequence.json': 'JSON_NOT_UTF8',
  'i_string_not_in_unicode_range.json': 'JSON_NOT_UTF8',
  'i_string_overlong_sequence_6_bytes.json': 'JSON_NOT_UTF8',
  'i_string_truncated-utf-8.json': 'JSON_NOT_UTF8',
  'i_string_utf16LE_no_BOM.json': 'JSON_NOT_UTF8',
  'i_structure_UTF-8_BOM_empty_object.json': 'JSON_BOM',
};

const GRAMMAR: ReadonlySet<string> = new Set(['empty', 'encoding', 'malformed-json']);

describe('JSONTestSuite', () => {
  it('is whole', () => {
    const count = (prefix: string): number => names.filter((name) => name.startsWith(prefix)).length;
    console.log(`json/parsing: ${names.length} files read`);
    expect([names.length, count('y_'), count('n_'), count('i_')]).toEqual([207, 95, 94, 18]);
    expect(Object.keys(POLICY).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(names)('%s', (name) => {
    const bytes = readFileSync(new URL(encodeURIComponent(name), folder));
    const read = readJson(bytes, { root: 'any' });
    const codes = (read.isErr() ? read.error : read.value.valueFaults).map(({ code }) => code);
    const policy = POLICY[name];
    if (policy !== undefined) expect(new Set(codes)).toEqual(new Set([policy]));
    else if (name.startsWith('n_')) {
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => !GRAMMAR.has(jsonClassOf(code)))).toEqual([]);
    } else {
      expect(codes).toEqual([]);
      expect(isExactly(bytes.toString('utf8'), read.unwrapOr(undefined)?.value)).toBe(true);
    }
  });
});
