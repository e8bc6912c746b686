import { describe, expect, it } from 'vitest';
import type { EntryStat } from '../../src/ports/read-port.js';
import { isSettled, isSettledAs } from '../../src/workspace/is-settled.js';

const STAT: EntryStat = { kind: 'file', size: 5, modifiedMs: 1000 };

describe('isSettled', () => {
  it.each([
    [999, true],
    [1000, false],
    [1001, false],
  ])('takes a time of %d, read after 1000: %j', (modifiedMs, expected) => {
    expect(isSettled({ ...STAT, modifiedMs }, 1000)).toBe(expected);
  });
});

describe('isSettledAs', () => {
  it('takes a file that is as it was when it was read, and had settled', () => {
    expect(isSettledAs({ ...STAT }, { stat: STAT, settled: true })).toBe(true);
  });

  it.each<[string, EntryStat, EntryStat | null, boolean]>([
    ['had not settled', STAT, STAT, false],
    ['was not asked for its time', STAT, null, true],
    ['is something else now', { ...STAT, kind: 'symlink' }, STAT, true],
    ['is longer', { ...STAT, size: 6 }, STAT, true],
    ['is newer', { ...STAT, modifiedMs: 1001 }, STAT, true],
    ['is older', { ...STAT, modifiedMs: 999 }, STAT, true],
  ])('takes no file that %s', (_, now, stat, settled) => {
    expect(isSettledAs(now, { stat, settled })).toBe(false);
  });
});
