import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { runBounded } from '../../src/plans/apply/run-bounded.js';

describe('runBounded', () => {
  it('gives the values in order, and never runs more at a time', async () => {
    let running = 0;
    let most = 0;
    const result = await runBounded([5, 1, 4, 2, 3], 2, async (item) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
      running -= 1;
      return ok(item * 10);
    });
    expect(result._unsafeUnwrap()).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });

  it('begins nothing after an error, waits for what runs, and gives the error of the first item', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const result = await runBounded([3, 1, 2, 0], 2, async (item) => {
      begun.push(item);
      for (let turn = 0; turn < item * 3; turn += 1) await Promise.resolve();
      ended.push(item);
      return item === 2 ? ok(item) : err(item);
    });
    expect(result._unsafeUnwrapErr()).toBe(3);
    expect(begun).toEqual([3, 1]);
    expect(ended.sort()).toEqual([1, 3]);
  });

  it('has nothing to do for no items', async () => {
    expect((await runBounded([], 8, () => Promise.resolve(ok(1))))._unsafeUnwrap()).toEqual([]);
  });
});
