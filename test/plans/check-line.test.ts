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
