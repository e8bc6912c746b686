import { describe, expect, it } from 'vitest';
import { BY_CODE_UNITS, inKeyOrder } from '../../src/codec/in-key-order.js';

describe('inKeyOrder', () => {
  it('copies nothing that stands in order', () => {
    const value = { a: [1, 'é', true, null], b: { c: '\n', d: [{ e: -0 }] } };
    expect(inKeyOrder(value, BY_CODE_UNITS)?.value).toBe(value);
  });

  it('has JSON.stringify write keys in order, the parts that stand so taken as they are', () => {
    const part = { c: 1, d: 2 };
    const ordered = inKeyOrder({ b: [{ y: part, x: 0 }], a: 1 }, BY_CODE_UNITS)?.value;
    expect(JSON.stringify(ordered)).toBe('{"a":1,"b":[{"x":0,"y":{"c":1,"d":2}}]}');
    expect((ordered as { b: { y: unknown }[] }).b[0]?.y).toBe(part);
  });

  it('leaves alone what objects order by number, and what is no plain data', () => {
    expect(inKeyOrder({ '10': 1, '9': 2 }, BY_CODE_UNITS)).toBeNull();
    expect(inKeyOrder({ b: 1, '1': 2 }, BY_CODE_UNITS)?.value).toEqual({ b: 1, '1': 2 });
    expect(inKeyOrder([new Date(0)], BY_CODE_UNITS)).toBeNull();
    expect(inKeyOrder([undefined], BY_CODE_UNITS)).toBeNull();
  });
});
