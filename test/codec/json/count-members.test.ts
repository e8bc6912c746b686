import { describe, expect, it } from 'vitest';
import { countMembers } from '../../../src/codec/json/count-members.js';

const parsed = (text: string): unknown => JSON.parse(text);

describe('countMembers', () => {
  it.each([
    ['null', 0],
    ['5', 0],
    ['"text"', 0],
    ['[]', 0],
    ['{}', 0],
    ['[null,[null,{"a":null}],"b",{"c":[]}]', 2],
    ['{"a":{"b":{"c":1}},"d":[{"e":null},[{"f":"g","h":false}]]}', 7],
    ['{"0":{"length":3}}', 2],
  ])('of %s', (text, members) => {
    expect(countMembers(parsed(text))).toBe(members);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('does not answer where a key is reserved: %s, at any depth', (key) => {
    expect(countMembers(parsed(`{"${key}":1}`))).toBeUndefined();
    expect(countMembers(parsed(`[{"a":[{"${key}":1}]}]`))).toBeUndefined();
  });

  it('does not answer where the host put keys where every object has them', () => {
    Object.defineProperty(Object.prototype, 'everywhere', { value: 1, enumerable: true, configurable: true, writable: true });
    const members = countMembers([]);
    Reflect.deleteProperty(Object.prototype, 'everywhere');
    expect(members).toBeUndefined();
    expect(countMembers([])).toBe(0);
  });
});
