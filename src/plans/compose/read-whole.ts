import { ok } from 'neverthrow';
import type { PortResult } from '../../ports/port-error.js';
import type { ReadHandle } from '../../ports/read-port.js';

/**
 * Fills `into` from byte `position` of a file: a port may give fewer bytes than fit.
 *
 * @returns how many bytes were read: fewer than fit only at the end of the file.
 */
export async function readWhole(handle: ReadHandle, into: Uint8Array, position: number): Promise<PortResult<number>> {
  for (let done = 0; done < into.length;) {
    const read = await handle.read(into.subarray(done), position + done);
    if (read.isErr()) return read;
    if (read.value === 0) return ok(done);
    done += read.value;
  }
  return ok(into.length);
}
