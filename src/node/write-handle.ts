import type { FileHandle } from 'node:fs/promises';
import { ok } from 'neverthrow';
import { isPosition, portFailure, type PortResult, type WorkspacePath, type WriteHandle } from 'prometeu-packer';
import { attempt } from './attempt.js';

/** A port's handle for a file that Node has open for writing. */
export function createWriteHandle(path: WorkspacePath, handle: Pick<FileHandle, 'write' | 'sync' | 'close'>): WriteHandle {
  let synced: PortResult<void> = ok();
  return {
    write: (bytes, position) =>
      attempt('write', path, async () => {
        if (!isPosition(position)) return portFailure('unsupported', 'write', path);
        return ok((await handle.write(bytes, 0, bytes.length, position)).bytesWritten);
      }),
    sync: async () => {
      // After a failed fsync the kernel may have dropped the pages: a second one would succeed and prove nothing.
      if (synced.isOk()) synced = await attempt('sync', path, async () => ok(await handle.sync()));
      return synced;
    },
    close: () => attempt('close', path, async () => ok(await handle.close())),
  };
}
