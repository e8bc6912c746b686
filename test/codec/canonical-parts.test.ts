import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.js';
import { canonicalLength } from '../../src/codec/canonical-length.js';
import { canonicalParts } from '../../src/codec/canonical-parts.js';

function together(value: unknown): string | null {
  const parts = [...canonicalParts(value)];
  if (parts.some((part) => part.isErr())) return null;
  return parts.map((part) => part._unsafeUnwrap()).join('');
}

function whole(value: unknown): string | null {
  return canonicalJson(value).match(
    (bytes) => Buffer.from(bytes).toString(),
    () => null,
  );
}

const times = (count: number, item: unknown): readonly unknown[] => Array.from({ length: count }, () => item);
const record = { size: 4, path: 'é', sha256: null, inputs: [1, -0, 'x'] };

const length = fc.constantFrom(0, 1, 2, 600, 1365, 4095, 4096, 4097, 9000);
const list = fc.tuple(length, fc.constantFrom<unknown>(0, record, [])).map(([count, item]) => times(count, item));
const value = fc.oneof(
  fc.json().map((json) => JSON.parse(json) as unknown),
  list,
  fc.array(list, { maxLength: 4 }),
  fc.dictionary(fc.string({ unit: 'binary', maxLength: 3 }), list, { maxKeys: 4 }),
  fc.tuple(list, fc.string({ unit: 'binary' }), list).map(([before, text, after]) => ({ z: [...before, text, ...after], a: text })),
);

describe('canonicalParts', () => {
  it('is the canonical JSON, taken apart', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(together(given)).toBe(whole(given));
      }),
    );
  });

  it('gives many parts of a long list, none of them long, also where it stands within others', () => {
    const parts = [...canonicalParts({ b: times(50_000, record), a: [times(50_000, 1), 'text'] })];
    expect(parts.length).toBeGreaterThan(50);
    expect(Math.max(...parts.map((part) => part._unsafeUnwrap().length))).toBeLessThan(200_000);
  });

  it('is as long as canonicalLength says', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(canonicalLength(given).unwrapOr(-1)).toBe(canonicalJson(given).unwrapOr(null)?.length ?? -1);
      }),
    );
  });

  it('tells of a key or a text that has no canonical form, wherever it stands', () => {
    expect(together({ a: times(9000, 0), '\ud800': 1 })).toBeNull();
    expect(together([...times(9000, 0), '\udc00'])).toBeNull();
  });

  it('puts no more than some long texts into one part', () => {
    const texts = times(40, { text: 'x'.repeat(100_000) });
    const parts = [...canonicalParts({ texts })].map((part) => part._unsafeUnwrap());
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(400_000);
    expect(parts.join('')).toBe(whole({ texts }));
  });
});
