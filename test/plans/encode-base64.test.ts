import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/plans/stage/encode-base64.js';

describe('encodeBase64', () => {
  it('is what Node writes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => encodeBase64(bytes) === Buffer.from(bytes).toString('base64')));
  });

  it.each([24_575, 24_576, 24_577, 100_001])('is what Node writes for %i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 256);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });
});
