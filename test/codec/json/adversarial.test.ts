import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/codec/json/read-json.js';

const MIB = 1024 * 1024;

/** `unit` again and again up to 4 MiB, between `before` and `after`. */
function filled(before: string, unit: string, after: string): Uint8Array {
  return new TextEncoder().encode(before + unit.repeat(Math.ceil((4 * MIB) / unit.length)) + after);
}

/** So many MiB, or nearly, of members with different keys, each followed by a comma. */
function members(mib: number, name: string, value: string): string {
  const length = Math.floor((mib * MIB) / (name.length + value.length + 11));
  return Array.from({ length }, (_, index) => `"${name}${index}":${value},`).join('');
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const codes = (bytes: Uint8Array): readonly string[] => {
  const read = readJson(bytes, { root: 'any', maxStringBytes: 32 * MIB });
  return read.isErr() ? read.error.map(({ code }) => code) : read.value.valueFaults.map(({ code }) => code);
};

describe('very long texts are judged in time and memory that grow with them', () => {
  it.each([
    ['different keys', () => encode(`{${members(16, '', '1')}"a":1}`), []],
    ['different keys, and one twice', () => encode(`{"a":1,${members(16, '', '1')}"a":1}`), ['JSON_DUPLICATE_KEY']],
    ['escaped keys', () => encode(`{${members(4, '\\u0061', '"\\ud83d\\ude39"')}"a":1}`), []],
    ['one integer', () => filled('', '1', ''), ['JSON_NUMBER_RANGE']],
    ['one fraction', () => filled('0.', '01', ''), ['JSON_NUMBER_RANGE']],
    ['one exponent', () => filled('1e', '0', '1'), []],
    ['open arrays', () => filled('', '[', ''), ['JSON_SYNTAX']],
    ['open objects', () => filled('', '{"a":', ''), ['JSON_SYNTAX']],
    ['nested arrays', () => encode('['.repeat(MIB) + ']'.repeat(MIB)), ['JSON_TOO_DEEP']],
    ['empty arrays', () => encode(`[${'[],'.repeat(5_000_000)}[]]`), ['JSON_TOO_MANY_NODES']],
    ['one string of escapes', () => filled('"', '\\n', '"'), []],
    ['one string of surrogate pairs', () => filled('"', '\\ud83d\\ude39', '"'), []],
    ['one string without end', () => filled('"', 'a', ''), ['JSON_SYNTAX']],
    ['quotes', () => filled('', '"', ''), ['JSON_TRAILING_TEXT']],
    ['backslashes', () => filled('', '\\', ''), ['JSON_SYNTAX']],
    ['slashes', () => filled('', '/', ''), ['JSON_COMMENT', 'JSON_SYNTAX']],
    ['open comments', () => filled('', '/*', ''), ['JSON_COMMENT', 'JSON_SYNTAX']],
    ['conflict markers', () => filled('', '<<<<<<<\n', ''), ['JSON_MERGE_CONFLICT']],
    ['almost conflict markers', () => filled('', '<<<<<<\n', ''), ['JSON_SYNTAX']],
    ['white space', () => filled('', ' ', ''), ['JSON_EMPTY']],
    ['NULs', () => new Uint8Array(4 * MIB), ['JSON_SYNTAX']],
    ['continuation bytes', () => new Uint8Array(4 * MIB).fill(0x80), ['JSON_NOT_UTF8']],
  ] as const)('%s', (_, bytes, expected) => {
    expect(codes(bytes())).toEqual(expected);
  });

  it('many faults below keys of 1 MiB each', () => {
    const key = `"${'k'.repeat(MIB)}"`;
    const document = readJson(filled(`{${key}:{${key}:[`, '1e999,', '1e999]}}'))._unsafeUnwrap();
    expect(document.valueFaults).toHaveLength(50);
    expect(document.valueFaults[0]).toMatchObject({ pointer: '' });
  });
});
