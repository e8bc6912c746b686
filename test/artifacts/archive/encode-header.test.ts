import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHeader } from '../../../src/artifacts/archive/encode-header.js';
import type { ArchiveHeader } from '../../../src/artifacts/archive/model.js';
import { metadata } from './arbitrary-archive.js';

function headerWith(values: ArchiveHeader['asset_table'][number]['metadata']): ArchiveHeader {
  const place = { offset: 0, size: 3, decoded_size: 3, sha256: 'ab', codec: 'NONE' } as const;
  const asset = { metadata: values, bank_type: 'DATA', asset_name: 'a', asset_id: 5, ...place } as const;
  return { preload: [{ slot: 4, asset_id: 5 }], header_version: 1, asset_table: [asset] };
}

function encoded(values: Record<string, string | number | boolean>): string | null {
  const bytes = encodeHeader(headerWith(values));
  return bytes.isOk() ? new TextDecoder().decode(bytes.value) : null;
}

describe('encodeHeader', () => {
  it('equals canonicalize', () => {
    const property = fc.property(metadata, (values) => {
      expect(encoded(values)).toBe(canonicalize(headerWith(values)));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('orders integer-like keys by code units', () => {
    expect(encoded({ '9': 1, '10': 2 })).toContain('"metadata":{"10":2,"9":1}');
  });

  it('refuses lone surrogates and numbers that JSON lacks', () => {
    expect(encoded({ a: '\ud800' })).toBeNull();
    expect(encoded({ '\udc00': 1 })).toBeNull();
    expect(encoded({ a: Number.NaN })).toBeNull();
    expect(encoded({ a: Number.POSITIVE_INFINITY })).toBeNull();
  });
});
