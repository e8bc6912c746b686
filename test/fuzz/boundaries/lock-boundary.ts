import { formatLockOwner, type LockOwner, parseLockOwner } from 'prometeu-packer';
import { type Boundary, holds, isSameData } from '../boundary.js';
import { encode, handsOf } from '../seeds.js';

const owner: LockOwner = { token: '0123456789abcdef', host: 'a', bootId: 'b', pid: 1, processStart: '1' };

/** The lock file of another process. */
export const lockBoundary: Boundary = {
  name: 'lock-file',
  extension: 'json',
  words: ['"pid":-1', '"token":"x"', '9007199254740993', '"__proto__":{"pid":1}'],
  seeds: () => [...handsOf(JSON.stringify(owner)), formatLockOwner(owner), encode('{"token": "0123456789abcdef"}')],
  run: (bytes) => ({ value: parseLockOwner(bytes), diagnostics: [] }),
  check: ({ value }) => {
    if (value === null) return;
    const { token, pid, ...rest } = value as LockOwner;
    holds(/^[0-9a-f]{8,32}$/.test(token), 'a token is one', token);
    holds(Number.isSafeInteger(pid) && pid >= 0, 'a process has a number', pid);
    holds(Object.keys(rest).sort().join() === 'bootId,host,processStart', 'nothing else is taken over', rest);
    const written = formatLockOwner(value as LockOwner);
    if (written.length <= 4096) holds(isSameData(parseLockOwner(written), value), 'what was read is read again as it is written');
  },
};
