import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import browserV5 from '../../node_modules/uuid/dist/v5.js';
import { nameUuid } from '../../src/codec/name-uuid.js';
import { isCanonicalUuid } from '../../src/codec/uuid.js';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** RFC 9562, section 5.5, by node's SHA-1. */
function expectedUuid(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

describe('nameUuid', () => {
  it('gives the published examples', () => {
    expect(nameUuid(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2'); // RFC 9562, A.4
    expect(nameUuid(DNS, 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d'); // documentation of Python's uuid.uuid5
  });

  it('does what the RFC says, and so does the build of the library that browsers get', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme', maxLength: 200 }), (namespace, name) => {
        const given = nameUuid(namespace, name);
        expect(given).toBe(expectedUuid(namespace, name));
        expect(browserV5(name, namespace)).toBe(given);
        expect(isCanonicalUuid(given)).toBe(true);
      }),
    );
  });
});
