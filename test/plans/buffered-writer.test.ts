import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { createBufferedWriter, MAX_TAKE } from '../../src/plans/compose/buffered-writer.js';
import type { PortError } from '../../src/ports/port-error.js';
import type { WriteHandle } from '../../src/ports/write-port.js';

const fault: PortError = { kind: 'no-space', operation: 'write', path: 'x', detail: 'ENOSPC' };

/** A handle that keeps what is written, in slow and short writes. */
function slowHandle(failAt = Number.POSITIVE_INFINITY) {
  const file = new Uint8Array(8 * MAX_TAKE);
  const writes: { readonly position: number; readonly length: number }[] = [];
  const handle: WriteHandle = {
    async write(bytes, position) {
      await new Promise((resolve) => setImmediate(resolve));
      if (writes.length >= failAt) return err(fault);
      const length = Math.ceil(bytes.length / 2);
      file.set(bytes.subarray(0, length), position);
      writes.push({ position, length });
      return ok(length);
    },
    sync: () => Promise.resolve(ok()),
    close: () => Promise.resolve(ok()),
  };
  return { handle, file, writes };
}

describe('createBufferedWriter', () => {
  it('writes everything in its place, though memory is filled again while it is written', async () => {
    const { handle, file } = slowHandle();
    const writer = createBufferedWriter(handle, 64);
    const lengths = [1, MAX_TAKE, 5, MAX_TAKE - 5, 7, 0, 1000];
    for (const [index, length] of lengths.entries()) {
      const room = (await writer.take(length))._unsafeUnwrap();
      expect(room).toHaveLength(length);
      room.fill(index + 1);
    }
    expect((await writer.finish()).isOk()).toBe(true);
    let at = 64;
    for (const [index, length] of lengths.entries()) {
      expect(file.subarray(at, at + length).every((byte) => byte === index + 1)).toBe(true);
      at += length;
    }
    expect(file.subarray(at).every((byte) => byte === 0)).toBe(true);
  });

  it('lends its memory to the last byte before it writes', async () => {
    const lengths: number[] = [];
    const write: WriteHandle['write'] = (bytes) => {
      lengths.push(bytes.length);
      return Promise.resolve(ok(bytes.length));
    };
    const writer = createBufferedWriter({ ...slowHandle().handle, write }, 0);
    for (const length of [MAX_TAKE - 5, 5, 1]) expect((await writer.take(length)).isOk()).toBe(true);
    expect((await writer.finish()).isOk()).toBe(true);
    expect(lengths).toEqual([MAX_TAKE, 1]);
  });

  it('begins to bring what is written to stable storage while the next bytes come, and only what is written', async () => {
    const { handle, writes } = slowHandle();
    const synced: number[] = [];
    const sync = (): ReturnType<WriteHandle['sync']> => {
      synced.push(writes.reduce((bytes, { length }) => bytes + length, 0));
      return Promise.resolve(ok());
    };
    const writer = createBufferedWriter({ ...handle, sync }, 0, 2 * MAX_TAKE);
    for (let turn = 0; turn < 6; turn += 1) expect((await writer.take(MAX_TAKE)).isOk()).toBe(true);
    expect(synced.length).toBeGreaterThan(0);
    expect((await writer.finish()).isOk()).toBe(true);
    expect(synced).toHaveLength(3);
    for (const [turn, bytes] of synced.entries()) expect(bytes).toBeGreaterThanOrEqual(2 * (turn + 1) * MAX_TAKE);
  });

  it('does not lend memory again that is still looked at', async () => {
    const { handle } = slowHandle();
    const writer = createBufferedWriter(handle, 0);
    const first = (await writer.take(MAX_TAKE))._unsafeUnwrap();
    first.fill(1);
    let end: (value: undefined) => void = () => undefined;
    writer.hold(new Promise((resolve) => (end = resolve)));
    const second = (await writer.take(MAX_TAKE))._unsafeUnwrap();
    expect(second.buffer).not.toBe(first.buffer);
    let isLent = false;
    const lending = writer.take(MAX_TAKE).then((taken) => {
      isLent = true;
      return taken._unsafeUnwrap();
    });
    await new Promise((resolve) => setTimeout(resolve, 20)); // the write before it is long over
    expect(isLent).toBe(false);
    end(undefined);
    const third = await lending;
    expect(third.buffer).toBe(first.buffer);
    expect((await writer.finish()).isOk()).toBe(true);
  });

  it('lends it again also where the look ended badly', async () => {
    const { handle } = slowHandle();
    const writer = createBufferedWriter(handle, 0);
    const first = (await writer.take(MAX_TAKE))._unsafeUnwrap();
    const look = Promise.reject(new Error('no digest'));
    look.catch(() => undefined); // told elsewhere
    writer.hold(look);
    expect((await writer.take(MAX_TAKE)).isOk()).toBe(true);
    expect((await writer.take(MAX_TAKE))._unsafeUnwrap().buffer).toBe(first.buffer);
    expect((await writer.finish()).isOk()).toBe(true);
  });

  it('answers what bringing it there failed with, once all is written', async () => {
    const { handle } = slowHandle();
    const writer = createBufferedWriter({ ...handle, sync: () => Promise.resolve(err({ ...fault, operation: 'sync' })) }, 0, 1);
    for (let turn = 0; turn < 3; turn += 1) expect((await writer.take(MAX_TAKE)).isOk()).toBe(true);
    expect((await writer.finish())._unsafeUnwrapErr()).toEqual({ ...fault, operation: 'sync' });
  });

  it('answers an error of the port at the next call, and does not write on', async () => {
    const { handle, writes } = slowHandle(0);
    const writer = createBufferedWriter(handle, 0);
    const answers = [];
    for (let turn = 0; turn < 4; turn += 1) answers.push(await writer.take(MAX_TAKE));
    expect(answers.map((answer) => answer.isOk())).toEqual([true, true, false, false]);
    expect((await writer.finish())._unsafeUnwrapErr()).toEqual(fault);
    expect(writes).toEqual([]);
  });
});
