import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLockOwner, MAX_LOCK_BYTES, parseLockOwner } from '../../src/ports/lock-owner.js';
import type { LockOwner } from '../../src/ports/write-port.js';

const owner: LockOwner = { token: '0123456789abcdef', host: 'h', bootId: 'b', pid: 1, processStart: '1' };
const parse = (value: unknown) => parseLockOwner(new TextEncoder().encode(JSON.stringify(value)));

describe('parseLockOwner', () => {
  it('reads what formatLockOwner writes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const owners = fc.record({
      token: fc.stringMatching(/^[0-9a-f]{8,32}$/),
      host: text,
      bootId: text,
      pid: fc.nat(),
      processStart: text,
    });
    fc.assert(
      fc.property(owners, (any) => {
        expect(parseLockOwner(formatLockOwner(any))).toEqual(any);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => parseLockOwner(bytes) === null));
    fc.assert(fc.property(fc.json(), (text) => parseLockOwner(new TextEncoder().encode(text)) === null));
  });

  it.each([
    ['no text', { ...owner, host: 1 }],
    ['a missing field', { ...owner, bootId: undefined }],
    ['a pid below 0', { ...owner, pid: -1 }],
    ['a pid that is no whole number', { ...owner, pid: 1.5 }],
    ['a token that is a path', { ...owner, token: '../../../../x' }],
    ['an empty token', { ...owner, token: '' }],
    ['null', null],
    ['a list', [owner]],
  ])('finds nobody in %s', (_, value) => {
    expect(parse(value)).toBeNull();
  });

  it('finds nobody where there is too much, or no UTF-8', () => {
    expect(parse({ ...owner, host: 'x'.repeat(MAX_LOCK_BYTES) })).toBeNull();
    expect(parseLockOwner(Uint8Array.of(0xff))).toBeNull();
  });

  it('keeps no more than the five fields', () => {
    expect(parse({ ...owner, more: 1 })).toEqual(owner);
  });
});
