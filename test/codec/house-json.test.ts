import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { writeHouseJson } from '../../src/codec/house-json.js';

describe('writeHouseJson', () => {
  it('orders keys as the schema does at each depth, and all others by code units after them', () => {
    const value = { b: 1, list: [{ y: 1, x: 2, '10': 3, '9': 4 }], a: 2, free: { z: 1, size: 2, B: 3 } };
    expect(writeHouseJson(value, [['list', ['x']], 'b'])).toBe(`{
  "list": [
    {
      "x": 2,
      "10": 3,
      "9": 4,
      "y": 1
    }
  ],
  "b": 1,
  "a": 2,
  "free": {
    "B": 3,
    "size": 2,
    "z": 1
  }
}
`);
  });

  it('writes empty lists and objects in one line and leaves out what is undefined', () => {
    expect(writeHouseJson({ a: [], b: {}, c: undefined }, [])).toBe('{\n  "a": [],\n  "b": {}\n}\n');
  });

  it('means what JSON.stringify means', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(writeHouseJson(value, []))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
