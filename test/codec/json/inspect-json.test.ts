import { describe, expect, it } from 'vitest';
import { inspectJson } from '../../../src/codec/json/inspect-json.js';
import type { JsonLimits } from '../../../src/codec/json/json-limits.js';
import { JSON_BUDGETS } from '../../../src/codec/json/read-json.js';
import { bytesOf } from './support.js';

const faultsOf = (text: string, limits: Partial<JsonLimits> = {}) =>
  inspectJson(bytesOf(text), text, { ...JSON_BUDGETS, ...limits }).faults;
const placesOf = (...args: Parameters<typeof faultsOf>) => faultsOf(...args).map(({ code, pointer }) => [code, pointer]);

describe('inspectJson', () => {
  it('finds nothing in a text without fault', () => {
    expect(faultsOf('{"a":[1,{"é":"b"}]}')).toEqual([]);
  });

  it('judges the whole text at the top level, and no value inside', () => {
    const data = { found: 'array', expected: 'object' };
    expect(faultsOf(' [1,[2],{"a":[]}] ')).toEqual([{ code: 'JSON_WRONG_ROOT', offset: 1, length: 16, pointer: '', data, related: [] }]);
  });

  it('tells levels and values over the budget once each, with how many there are', () => {
    expect(faultsOf('{"a":[[[]]],"b":[[]]}', { maxDepth: 2 })).toEqual([
      { code: 'JSON_TOO_DEEP', offset: 6, length: 1, pointer: '/a/0', data: { limit: 2, found: 4 }, related: [] },
    ]);
    expect(faultsOf('{"a":1,"b":2,"c":3}', { maxNodes: 2 })).toEqual([
      { code: 'JSON_TOO_MANY_NODES', offset: 11, length: 1, pointer: '/b', data: { limit: 2, found: 4 }, related: [] },
    ]);
  });

  it('tells a key and a string that are longer than the limit, and none that is as long', () => {
    expect(faultsOf('{"abc":"äb"}', { maxStringBytes: 3 })).toEqual([]);
    const data = { limit: 2, found: 3, total: 2 };
    expect(faultsOf('{"abc":"äb"}', { maxStringBytes: 2 })).toEqual([
      { code: 'JSON_STRING_TOO_LONG', offset: 1, length: 5, pointer: '/abc', data, related: [] },
      { code: 'JSON_STRING_TOO_LONG', offset: 7, length: 5, pointer: '/abc', data, related: [] },
    ]);
  });

  it('comes back from where it is too deep to where it was', () => {
    expect(placesOf('{"a":[1],"b":1e999}', { maxDepth: 1 })).toEqual([
      ['JSON_TOO_DEEP', '/a'],
      ['JSON_NUMBER_RANGE', '/b'],
    ]);
  });

  it('judges no key below the deepest level', () => {
    const text = '{"a":{"b":1,"b":2,"__proto__":{"c":1e999}},"b":1e999}';
    expect(placesOf(text, { maxDepth: 1 })).toEqual([
      ['JSON_TOO_DEEP', '/a'],
      ['JSON_NUMBER_RANGE', '/b'],
    ]);
  });
});
