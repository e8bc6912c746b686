import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPartEncoder } from '../../src/codec/part-encoder.js';

describe('createPartEncoder', () => {
  it('encodes as TextEncoder does, one text after the other', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('é'.repeat(3000), '水'.repeat(9000), '😀'.repeat(5000), ''));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const encode = createPartEncoder();
        for (const given of texts) expect(Buffer.from(encode(given)).equals(Buffer.from(given, 'utf8'))).toBe(true);
      }),
    );
  });
});
