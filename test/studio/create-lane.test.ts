import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { createLane } from '../../src/studio/create-lane.js';
import { rest } from './studio-bench.js';

describe('createLane', () => {
  it('runs one task at a time, in order', async () => {
    const lane = createLane();
    const told: string[] = [];
    const task = (name: string) => async () => {
      told.push(`${name} begins`);
      await rest();
      told.push(`${name} ends`);
      return ok(name);
    };
    const answers = await Promise.all([lane.run(undefined, task('a')), lane.run(undefined, task('b'))]);
    expect(answers).toEqual([ok('a'), ok('b')]);
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('answers a task at once that is cancelled while it waits, and never runs it', async () => {
    const lane = createLane();
    const controller = new AbortController();
    let release: () => void = () => undefined;
    const first = lane.run(undefined, async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return ok(1);
    });
    let ran = false;
    const second = lane.run(controller.signal, async () => {
      ran = true;
      return ok(2);
    });
    controller.abort();
    expect((await second)._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['IO_ABORTED']);
    release();
    expect(await first).toEqual(ok(1));
    expect(await lane.run(undefined, async () => ok(3))).toEqual(ok(3));
    expect(ran).toBe(false);
  });

  it('does not run what was cancelled before, and goes on after a task that throws', async () => {
    const lane = createLane();
    const answered = await lane.run(AbortSignal.abort(), async () => ok(1));
    expect(answered.isErr()).toBe(true);
    const thrown = await lane.run(undefined, () => {
      throw new TypeError('no');
    });
    expect(thrown._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['INTERNAL_DEFECT']);
    expect(await lane.run(undefined, async () => ok(2))).toEqual(ok(2));
  });
});
