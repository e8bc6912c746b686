import { err, ok } from 'neverthrow';
import type { PortResult } from '../../ports/port-error.js';
import type { WriteHandle } from '../../ports/write-port.js';
import { writeWhole } from '../stage/write-whole.js';

/** Writes a file from one place on, in few large writes. While one half of its memory is written the other is filled. */
export interface BufferedWriter {
  /** The next `length` bytes of the file, all zero, to be filled before the next call; at most `MAX_TAKE` of them. */
  take(length: number): Promise<PortResult<Uint8Array>>;
  /** Writes what was taken, and waits until all of it is written. Call it also after an error. */
  finish(): Promise<PortResult<void>>;
}

/** Most bytes that can be taken at once, and most that one write has. */
export const MAX_TAKE = 2 * 1024 * 1024;

/** Begins to write at byte `start`. */
export function createBufferedWriter(handle: WriteHandle, start: number): BufferedWriter {
  let filling = new Uint8Array(MAX_TAKE);
  let resting = new Uint8Array(MAX_TAKE);
  let used = 0;
  let position = start;
  let writing: Promise<PortResult<void>> = Promise.resolve(ok());
  const flush = async (): Promise<PortResult<void>> => {
    const before = await writing;
    if (before.isErr()) return before;
    writing = writeWhole(handle, filling.subarray(0, used), position);
    position += used;
    used = 0;
    [filling, resting] = [resting, filling];
    return ok();
  };
  return {
    async take(length) {
      if (used + length > MAX_TAKE) {
        const flushed = await flush();
        if (flushed.isErr()) return err(flushed.error);
      }
      used += length;
      return ok(filling.subarray(used - length, used).fill(0));
    },
    async finish() {
      const flushed = await flush();
      return flushed.isErr() ? flushed : writing;
    },
  };
}
