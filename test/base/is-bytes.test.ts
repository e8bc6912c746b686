import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { isBytes } from '../../src/base/is-bytes.js';

it.each<readonly [string, unknown]>([
  ['an array of bytes', new Uint8Array(3)],
  ['a part of one', new Uint8Array(3).subarray(1)],
  ['a buffer', Buffer.from('abc')],
  ['one of another realm', runInNewContext('new Uint8Array(3)')],
])('%s is bytes', (_, value) => {
  expect(isBytes(value)).toBe(true);
});

it.each<readonly [string, unknown]>([
  ['a list of numbers', [1, 2, 3]],
  ['a text', 'abc'],
  ['nothing', null],
  ['memory itself', new ArrayBuffer(3)],
  ['another view', new DataView(new ArrayBuffer(3))],
  ['wider numbers', new Uint16Array(3)],
  ['what says that it is', { [Symbol.toStringTag]: 'Uint8Array', length: 3, every: () => true }],
])('%s is none', (_, value) => {
  expect(isBytes(value)).toBe(false);
});
