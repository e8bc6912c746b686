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

  it('gives a long text memory of its own, and no more than it takes', () => {
    const encode = createPartEncoder();
    const long = encode('é'.repeat(1024 * 1024 + 1));
    const short = encode('é');
    expect(long.buffer.byteLength).toBe(2 * (1024 * 1024 + 1));
    expect(short.buffer.byteLength).toBeLessThan(16 * 1024 * 1024);
    expect(Buffer.from(long.subarray(0, 2)).toString()).toBe('é');
  });
});
