import { expect, it } from 'vitest';
import { syntaxFault } from '../../../src/codec/json/syntax-fault.js';
import { bytesOf } from './support.js';

it.each([
  ['[nope]', 1, 1, 'nope'],
  ['[\u00e9]', 1, 2, '\u00e9'],
  ['[\u6c34]', 1, 3, '\u6c34'],
  ['[\u{1f600}]', 1, 4, '\u{1f600}'],
  ['[', 1, 0, ''],
  ['', 0, 0, ''],
])('of %s tells what stands at %i, and how many bytes its character has', (text, at, length, found) => {
  const place = { offset: at, length, pointer: '/a', related: [] };
  const expected = ['value', ']'] as const;
  expect(syntaxFault(bytesOf(text), at, expected, '/a')).toEqual({ code: 'JSON_SYNTAX', ...place, data: { found, expected } });
  const trailing = { code: 'JSON_TRAILING_TEXT', ...place, data: { found } };
  expect(syntaxFault(bytesOf(text), at, ['end of text'], '/a')).toEqual(trailing);
});
