import { expect, it } from 'vitest';
import { MAX_TAKE } from '../../../src/plans/compose/buffered-writer.js';
import { createDiscardingWriter } from '../../../src/plans/compose/discarding-writer.js';
import { valueOf } from '../bench.js';

it('lends as much memory as is asked for, the same each time, and keeps nothing', async () => {
  const writer = createDiscardingWriter();
  const [few, most, none] = [valueOf(await writer.take(5)), valueOf(await writer.take(MAX_TAKE)), valueOf(await writer.take(0))];
  expect([few.length, most.length, none.length]).toEqual([5, MAX_TAKE, 0]);
  expect([few.byteOffset, most.byteOffset, most.buffer === few.buffer]).toEqual([0, 0, true]);
  expect(writer.hold(Promise.resolve())).toBeUndefined();
  expect(valueOf(await writer.finish())).toBeUndefined();
});
