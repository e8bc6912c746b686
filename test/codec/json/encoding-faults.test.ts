import { expect, test } from 'vitest';
import { encodingFaults } from '../../../src/codec/json/encoding-faults.js';
import { bytesOf } from './support.js';

test('encodingFaults tells a byte order mark and what is no UTF-8, each at its place', () => {
  const mark = { code: 'JSON_BOM', offset: 0, length: 3, pointer: '', data: {}, related: [] };
  const wrong = { code: 'JSON_NOT_UTF8', offset: 4, length: 1, pointer: '', data: { byte: 0xff, hint: null }, related: [] };
  expect(encodingFaults(bytesOf([0xef, 0xbb, 0xbf], '{}'), true)).toEqual([mark]);
  expect(encodingFaults(bytesOf([0xef, 0xbb, 0xbf], '"', [0xff], '"'), false)).toEqual([mark, wrong]);
  expect(encodingFaults(bytesOf('{"a"', [0xff]), false)).toEqual([wrong]);
  expect(encodingFaults(bytesOf('{}'), true)).toEqual([]);
});
