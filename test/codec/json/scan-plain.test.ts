import { describe, expect, it } from 'vitest';
import { scanPlain } from '../../../src/codec/json/scan-plain.js';
import { bytesOf } from './support.js';

const LIMITS = { maxDepth: 2, maxNodes: 6, maxStringBytes: 6 };
const scan = (text: string, limits: Partial<typeof LIMITS> = {}) => scanPlain(bytesOf(text), { ...LIMITS, ...limits });
const plain = (members: number) => ({ members, plainNumbers: true });

describe('scanPlain', () => {
  it.each([
    ['null', 0],
    [' [ 1.5 , -2 ]\r\n\t', 0],
    ['{"a":1}', 1],
    ['{"a":1,"b":{"c":2}}', 3],
    ['{":":":,:"}', 1],
    ['["{[,:"]', 0],
    ['["ud8"]', 0],
    ['["\\nd8"]', 0],
    ['["\\u0d8"]', 0],
    ['["\\"\\":"]', 0],
    ['["\\\\",{}]', 0],
    ['[[],[]]', 0],
    ['[{},{}]', 0],
    ['[[[[1]]]]', 0, 4],
  ])('%s has its members counted', (text, members, maxDepth = 2) => {
    expect(scan(text, { maxDepth })).toEqual(plain(members));
  });

  it('lets through what just keeps a limit, and nothing beyond', () => {
    expect(scan('["abcdef"]')).toEqual(plain(0));
    expect(scan('["abcdefg"]')).toBeUndefined();
    expect(scan('{"abcdefg":1}')).toBeUndefined();
    expect(scan('[[]]')).toEqual(plain(0));
    expect(scan('[[[]]]')).toBeUndefined();
    expect(scan('{"a":{"b":{}}}')).toBeUndefined();
    expect(scan('[1,2,3,4,5]')).toEqual(plain(0));
    expect(scan('[1,2,3,4,5,6]')).toBeUndefined();
  });

  it('counts levels by brackets alone', () => {
    expect(scan('[true,[[]]]')).toBeUndefined();
    expect(scan('["ab",[],[null,[]]]')).toBeUndefined();
    expect(scan('[false,[],null]')).toEqual(plain(0));
  });

  it.each(['"\\ud800"', '"\\uD800"', '"\\udfff"', '["x\\uDC00"]'])('leaves half a surrogate pair to others: %s', (text) => {
    expect(scan(text, { maxStringBytes: 100 })).toBeUndefined();
  });

  it.each(['"abc', '"', '"a\\', '"a\\"', '"a\\u'])('comes to an end where a string does not: %s', (text) => {
    expect(scan(text)).toBeUndefined();
  });

  it.each(['0', '-1', '10', '1.5', '-0.25', '1e+21', '123456789012345', '-12345678901234', '9007199254740991'])(
    '%s is printed as it is written',
    (text) => {
      expect(scan(`[${text}]`)).toEqual(plain(0));
    },
  );

  it.each(['-0', '1.50', '1e2', '1E2', '0.10', '-0.0', '1.0'])('%s is printed otherwise', (text) => {
    expect(scan(`[${text}]`)).toEqual({ members: 0, plainNumbers: false });
  });

  it.each(['9007199254740993', '-9007199254740993', '1e400', '0.1000000000000000055511151231257827'])('leaves %s to others', (text) => {
    expect(scan(`[${text}]`)).toBeUndefined();
  });

  it('remembers one number among others', () => {
    expect(scan('[1.50,1.5]')).toEqual({ members: 0, plainNumbers: false });
  });
});
