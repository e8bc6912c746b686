import { err, ok } from 'neverthrow';
import type { PortResult } from '../../ports/port-error.js';
import type { WriteHandle } from '../../ports/write-port.js';
import { writeWhole } from '../stage/write-whole.js';

/** Writes a file from one place on, in few large writes. While one half of its memory is written the other is filled. */
export interface BufferedWriter {
  /** Memory for the next `length` bytes of the file, to be filled before the next call; at most `MAX_TAKE` of them. */
  take(length: number): Promise<PortResult<Uint8Array>>;
  /** Says that what was taken last is still looked at until then: its memory is not lent again before, however that ends. */
  hold(until: Promise<unknown>): void;
  /** Writes what was taken, and waits until all of it is written. Call it also after an error. */
  finish(): Promise<PortResult<void>>;
}

/** Most bytes that can be taken at once, and most that one write has. */
export const MAX_TAKE = 2 * 1024 * 1024;

/** So many bytes are brought to stable storage while the next ones are written: the flush at the end then has little left to do. */
const WRITE_BACK = 64 * 1024 * 1024;

/**
 * Begins to write at byte `start`.
 *
 * @param writeBack - after how many bytes the host begins to bring them to stable storage.
 * @param memory - gives its memory, twice `MAX_TAKE` bytes.
 */
export function createBufferedWriter(
  handle: WriteHandle,
  start: number,
  writeBack = WRITE_BACK,
  memory: (length: number) => Uint8Array = (length) => new Uint8Array(length),
): BufferedWriter {
  let filling = memory(MAX_TAKE);
  let resting = memory(MAX_TAKE);
  let holding: Promise<unknown>[] = [];
  let held: readonly Promise<unknown>[] = [];
  let used = 0;
  let position = start;
  let unsynced = 0;
  let writing: Promise<PortResult<void>> = Promise.resolve(ok());
  let syncing: Promise<PortResult<void>> = Promise.resolve(ok());
  const syncAfter = async (written: Promise<PortResult<void>>, earlier: Promise<PortResult<void>>): Promise<PortResult<void>> => {
    const before = (await earlier).isErr() ? await earlier : await written;
    return before.isErr() ? before : handle.sync();
  };
  const flush = async (): Promise<PortResult<void>> => {
    const before = await writing;
    if (before.isErr()) return before;
    writing = writeWhole(handle, filling.subarray(0, used), position);
    position += used;
    unsynced += used;
    used = 0;
    if (unsynced >= writeBack) {
      unsynced = 0;
      syncing = syncAfter(writing, syncing);
    }
    await Promise.allSettled(held);
    [held, holding] = [holding, []];
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
      return ok(filling.subarray(used - length, used));
    },
    hold(until) {
      holding.push(until);
    },
    async finish() {
      const flushed = await flush();
      const written = flushed.isErr() ? flushed : await writing;
      const synced = await syncing;
      return written.isErr() ? written : synced;
    },
  };
}
