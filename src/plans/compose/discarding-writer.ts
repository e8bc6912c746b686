import { ok } from 'neverthrow';
import { type BufferedWriter, MAX_TAKE } from './buffered-writer.js';

/**
 * A writer that keeps nothing: sources copied into it are checked and digested, and that is all. It has but one memory, so what is
 * taken has to be digested on the spot.
 */
export function createDiscardingWriter(): BufferedWriter {
  const scratch = new Uint8Array(MAX_TAKE);
  return {
    take: (length) => Promise.resolve(ok(scratch.subarray(0, length))),
    hold: () => undefined,
    finish: () => Promise.resolve(ok()),
  };
}
