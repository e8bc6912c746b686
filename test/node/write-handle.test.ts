import { describe, expect, it } from 'vitest';
import { createWriteHandle } from '../../src/node/write-handle.js';
import { at } from '../ports/at.js';

describe('createWriteHandle', () => {
  it('never syncs a file again once that failed, and answers the same (X7)', async () => {
    let syncs = 0;
    const sync = () => {
      syncs += 1;
      return syncs === 2 ? Promise.reject(Object.assign(new Error('no'), { code: 'EIO' })) : Promise.resolve();
    };
    const handle = createWriteHandle(at('file'), {
      sync,
      write: () => Promise.reject(new Error('not asked')),
      close: () => Promise.resolve(),
    });
    expect((await handle.sync()).isOk()).toBe(true);
    for (let again = 0; again < 3; again += 1) {
      expect((await handle.sync())._unsafeUnwrapErr()).toEqual({ kind: 'io', operation: 'sync', path: 'file', detail: 'EIO' });
    }
    expect(syncs).toBe(2);
  });
});
