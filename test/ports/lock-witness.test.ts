import { describe, expect, it } from 'vitest';
import { isProvenDead } from '../../src/ports/lock-witness.js';
import type { LockOwner } from '../../src/ports/write-port.js';

const self = { host: 'here', bootId: 'now', pid: 1, processStart: '100' };
const owner: LockOwner = { ...self, token: '0123456789abcdef', pid: 2, processStart: '200' };
const judge = (change: Partial<LockOwner>, start: string | null, me: Partial<typeof self> = {}) =>
  isProvenDead({ ...owner, ...change }, { self: { ...self, ...me }, processStart: () => start });

describe('isProvenDead (X14)', () => {
  it.each<[string, Partial<LockOwner>, string | null]>([
    ['the process is gone', {}, null],
    ['its number is another process', {}, '300'],
    ['it ran under an earlier boot', { bootId: 'before' }, '200'],
    ['it is gone, and its start was not known', { processStart: '' }, null],
  ])('is proven where %s', (_, change, start) => {
    expect(judge(change, start)).toBe(true);
  });

  it.each<[string, Partial<LockOwner>, string | null, Partial<typeof self>]>([
    ['the process runs', {}, '200', {}],
    ['the process cannot be looked at', {}, '', {}],
    ['its start was not known', { processStart: '' }, '300', {}],
    ['it is of another host', { host: 'there' }, null, {}],
    ['it is of another host and an earlier boot', { host: 'there', bootId: 'before' }, null, {}],
    ['neither host has a name', { host: '' }, null, { host: '' }],
    ['it has no boot id', { bootId: '' }, null, {}],
    ['this host has no boot id', {}, null, { bootId: '' }],
    ['neither has a boot id', { bootId: '' }, null, { bootId: '' }],
    ['there are no processes', { pid: 0 }, null, {}],
  ])('is not proven where %s', (_, change, start, me) => {
    expect(judge(change, start, me)).toBe(false);
  });
});
