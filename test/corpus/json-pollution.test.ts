import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { readJson } from '../../src/codec/json/read-json.js';
import { isExactly } from './json-exact.js';

interface PollutionCase {
  readonly json: string;
  readonly dangerous: readonly string[];
}

const file = new URL('../../../shared/corpus/json/prototype-pollution.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly PollutionCase[];

/** What stands on the prototype of all objects, by name and content. */
function prototypeState(): readonly unknown[] {
  return Reflect.ownKeys(Object.prototype).map((key) => [key, Object.getOwnPropertyDescriptor(Object.prototype, key)]);
}

const before = prototypeState();

afterEach(() => {
  expect(prototypeState()).toEqual(before);
});

describe('prototype pollution', () => {
  it('has all its cases', () => {
    console.log(`json/prototype-pollution.json: 1 file, ${cases.length} cases read`);
    expect(cases).toHaveLength(20);
  });

  it.each(cases)('$json', ({ json, dangerous }) => {
    const read = readJson(new TextEncoder().encode(json));
    const codes = read.isErr() ? read.error.map(({ code }) => code) : [];
    const isNamed = /"(?:constructor|prototype)"/.test(json); // refused even where this suite sees no danger
    expect(new Set(codes)).toEqual(new Set(dangerous.length > 0 || isNamed ? ['JSON_RESERVED_KEY'] : []));
    if (read.isOk()) expect(isExactly(json, read.value.value)).toBe(true);
  });
});
