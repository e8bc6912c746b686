import { openSync } from 'node:fs';
import { constants } from 'node:os';
import { describe, expect, it } from 'vitest';
import { errnoOf, hostFailure } from '../../src/node/host-failure.js';

const withCode = (code: unknown) => Object.assign(new Error(`${String(code)}: nothing, open '/home/someone/secret'`), { code });

describe('hostFailure', () => {
  it.each([
    ['ENOENT', 'not-found'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EEXIST', 'exists'],
    ['EISDIR', 'not-a-file'],
    ['ENXIO', 'not-a-file'],
    ['ENOTDIR', 'not-a-folder'],
    ['ELOOP', 'symlink'],
    ['ENOTEMPTY', 'folder-not-empty'],
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
    ['EROFS', 'read-only'],
    ['EBUSY', 'busy'],
    ['EMFILE', 'too-many-open'],
    ['ENFILE', 'too-many-open'],
    ['EXDEV', 'cross-device'],
    ['ENAMETOOLONG', 'name-too-long'],
    ['EBADF', 'lost'],
    ['EINVAL', 'unsupported'],
    ['EIO', 'io'],
  ])('makes %s %s', (code, kind) => {
    expect(constants.errno).toHaveProperty(code);
    expect(hostFailure(withCode(code), 'read', 'a')._unsafeUnwrapErr()).toEqual({ kind, operation: 'read', path: 'a', detail: code });
  });

  it.each([
    ['no error', 'a text with /home/someone', 'unknown'],
    ['an error without a code', new RangeError('/home/someone'), 'RangeError'],
    ['a code that is no text', withCode(7), 'Error'],
    ['nothing', undefined, 'unknown'],
  ])('takes %s for io, without its message', (_, thrown, detail) => {
    expect(hostFailure(thrown, 'list', '')._unsafeUnwrapErr()).toEqual({ kind: 'io', operation: 'list', path: '', detail });
  });

  it('knows what the host throws at a name with NUL', () => {
    let thrown: unknown;
    try {
      openSync('a\0b', 'r');
    } catch (error) {
      thrown = error;
    }
    expect(errnoOf(thrown)).toBe('ERR_INVALID_ARG_VALUE');
  });
});
