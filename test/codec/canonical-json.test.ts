import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.js';

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

const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom(
    'a',
    'b',
    'aa',
    '0',
    '1',
    '10',
    '9',
    '01',
    '4294967295',
    '__proto__',
    'constructor',
    'toJSON',
    '\\ud800',
    '\ud800',
    '\ufb33',
  ),
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\\ud', '\udc00', '\u2028', '\u0000', ''),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, 10n, new Date(0), new Map(), Symbol('s'), Object('boxed'), Object.create(null), new Array(1)),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
    fc
      .array(fc.tuple(key, tie('tree')), { maxLength: 5 })
      .map((entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))),
  ),
}));

function oracle(value: unknown): string | null {
  try {
    return canonicalize(value) ?? null;
  } catch {
    return null;
  }
}

describe('canonicalJson beside canonicalize', () => {
  it('gives the very same text, or none where that gives none', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const found = canonicalJson(value);
        const expected = oracle(value);
        expect(found.isOk() ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(found.value) : null).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});
