import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../../src/plans/stage/write-whole.js';
import type { PortResult } from '../../../src/ports/port-error.js';
import type { WriteHandle } from '../../../src/ports/write-port.js';
import { failed } from '../staging.js';

const BYTES = Uint8Array.of(1, 2, 3, 4, 5, 6, 7);

/** A handle that takes at most `most` bytes a call, and answers as `answer` says where it says something. */
function handleOf(most: number, answer: (call: number) => PortResult<number> | undefined = () => undefined) {
  const calls: (readonly [number, readonly number[]])[] = [];
  const handle: WriteHandle = {
    write: async (bytes, position) => {
      calls.push([position, [...bytes]]);
      return answer(calls.length) ?? ok(Math.min(most, bytes.length));
    },
    sync: async () => ok(undefined),
    close: async () => ok(undefined),
  };
  return { handle, calls };
}

describe('writeWhole', () => {
  it('goes on where a port wrote fewer bytes than given', async () => {
    const { handle, calls } = handleOf(3);
    expect(await writeWhole(handle, BYTES, 10)).toEqual(ok(undefined));
    expect(calls).toEqual([
      [10, [1, 2, 3, 4, 5, 6, 7]],
      [13, [4, 5, 6, 7]],
      [16, [7]],
    ]);
  });

  it('writes nothing of nothing', async () => {
    const { handle, calls } = handleOf(3);
    expect((await writeWhole(handle, new Uint8Array(), 0)).isOk()).toBe(true);
    expect(calls).toEqual([]);
  });

  it('stops at an error', async () => {
    const { handle, calls } = handleOf(3, (call) => (call === 2 ? failed('no-space', 'write', 'a') : undefined));
    expect((await writeWhole(handle, BYTES, 0))._unsafeUnwrapErr()).toEqual(failed('no-space', 'write', 'a').error);
    expect(calls).toHaveLength(2);
  });
});
