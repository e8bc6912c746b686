import { err, ok } from 'neverthrow';
import { expect, it } from 'vitest';
import { createCheckLine } from '../../src/plans/compose/check-line.js';
import { malformedPlan } from '../../src/plans/malformed-plan.js';

const later = <T>(turns: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    const wait = (left: number): unknown => (left === 0 ? resolve(value) : setImmediate(() => wait(left - 1)));
    wait(turns);
  });

it('ends well where no check was added, and where all end well', async () => {
  const line = createCheckLine();
  expect((await line.ended()).isOk()).toBe(true);
  line.add(later(2, ok()));
  line.add(later(0, ok()));
  expect((await line.ended()).isOk()).toBe(true);
  expect(line.hasFailed()).toBe(false);
});

it('tells of the first check that failed, whichever ended first', async () => {
  const line = createCheckLine();
  line.add(later(1, ok()));
  line.add(later(9, err([malformedPlan('/first', 'x')])));
  line.add(later(0, err([malformedPlan('/second', 'x')])));
  expect(line.hasFailed()).toBe(false);
  expect((await line.ended())._unsafeUnwrapErr()).toEqual([malformedPlan('/first', 'x')]);
  expect(line.hasFailed()).toBe(true);
});

it('ends as a check that a host lets down, and is known to have failed', async () => {
  const line = createCheckLine();
  line.add(later(0, ok()));
  line.add(later(1, ok()).then(() => Promise.reject(new Error('thrown by a host'))));
  line.add(later(3, ok()));
  await expect(line.ended()).rejects.toThrow('thrown by a host');
  expect(line.hasFailed()).toBe(true);
});

it('leaves no rejection unheard, asked for its end or not, and behind a check that failed', async () => {
  const unheard: unknown[] = [];
  const listen = (reason: unknown): unknown => unheard.push(reason);
  process.on('unhandledRejection', listen);
  const [forgotten, failed] = [createCheckLine(), createCheckLine()];
  forgotten.add(Promise.reject(new Error('forgotten')));
  failed.add(Promise.resolve(err([malformedPlan('/first', 'x')])));
  failed.add(Promise.reject(new Error('behind')));
  expect((await failed.ended())._unsafeUnwrapErr()).toEqual([malformedPlan('/first', 'x')]);
  await later(3, undefined);
  process.off('unhandledRejection', listen);
  expect(unheard).toEqual([]);
});
