import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, orderedJson } from '../../src/codec/canonical-json.js';

function text(value: unknown): string {
  return new TextDecoder().decode(canonicalJson(value)._unsafeUnwrap());
}

function fault(value: unknown): unknown {
  const result = canonicalJson(value);
  return result.isErr() ? result.error : null;
}

describe('canonicalJson', () => {
  it('orders keys by UTF-16 code units, not by number, code point or locale', () => {
    const value = { '9': 1, '10': 2, b: 3, B: 4, é: 5, '\u{1f600}': 6, '\ufb33': 7 };
    expect(text(value)).toBe('{"10":2,"9":1,"B":4,"b":3,"é":5,"\u{1f600}":6,"\ufb33":7}');
  });

  it('keeps the value, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        const canonical = text(JSON.parse(json));
        expect(JSON.parse(canonical)).toEqual(JSON.parse(json.replaceAll(/(?<=[[:,{])-0(?=[,\]}])/g, '0')));
        expect(text(JSON.parse(canonical))).toBe(canonical);
      }),
    );
  });

  it('answers for what has no canonical form', () => {
    expect(fault('\ud800')).toBe('not-i-json');
    expect(fault({ '\udfff': 1 })).toBe('not-i-json');
    expect(fault([Number.NaN])).toBe('not-i-json');
    expect(fault(Number.POSITIVE_INFINITY)).toBe('not-i-json');
    expect(fault(undefined)).toBe('not-i-json');
    expect(fault(10n)).toBe('not-i-json');
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(fault(cycle)).toBe('not-i-json');
  });

  it('answers for what is nested deeper than the host can follow', () => {
    let deep: unknown = 0;
    for (let depth = 0; depth < 1_000_000; depth++) deep = [deep];
    expect(fault(deep)).toBe('too-large');
  });
});

describe('orderedJson', () => {
  it('equals canonicalJson where keys are in order', () => {
    const value = { a: [1, 'é', true, null], b: { c: '\n' } };
    expect(orderedJson(value)).toEqual(canonicalJson(value));
    expect(orderedJson(undefined).isErr()).toBe(true);
  });
});
