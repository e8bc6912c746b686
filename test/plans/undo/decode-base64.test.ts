import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/plans/stage/encode-base64.js';
import { decodeBase64 } from '../../../src/plans/undo/decode-base64.js';

describe('decodeBase64', () => {
  it('reads what encodeBase64 writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('takes no other spelling', () => {
    for (const text of ['e', 'eA', 'eA=', 'eB==', 'eHh4=', '====', '=eHh', ' eHh4', 'eHh4\n', 'e-__', 'eA==eA=='])
      expect(decodeBase64(text)).toBeNull();
  });
});
