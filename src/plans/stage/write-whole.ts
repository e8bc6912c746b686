import { ok } from 'neverthrow';
import type { PortResult } from '../../ports/port-error.js';
import type { WriteHandle } from '../../ports/write-port.js';

/** Writes all of `bytes` at byte `position`: a port may write fewer than it is given, and says so. */
export async function writeWhole(handle: WriteHandle, bytes: Uint8Array, position: number): Promise<PortResult<void>> {
  for (let done = 0; done < bytes.length;) {
    const written = await handle.write(bytes.subarray(done), position + done);
    if (written.isErr()) return written.map(() => undefined);
    done += written.value;
  }
  return ok();
}
