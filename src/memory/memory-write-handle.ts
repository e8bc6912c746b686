import { ok } from 'neverthrow';
import { isPosition, portFailure, type PortResult, type WorkspacePath, type WriteHandle } from 'prometeu-packer';
import type { MemoryDisk } from './memory-disk.js';
import { bytesOf, type MemoryFile } from './memory-node.js';

function growTo(file: MemoryFile, length: number): boolean {
  if (length <= file.buffer.length) return true;
  try {
    const larger = new Uint8Array(Math.max(length, 2 * file.buffer.length));
    larger.set(bytesOf(file));
    file.buffer = larger;
    return true;
  } catch {
    return false; // no array can be that large
  }
}

/** A handle that writes into a file in memory. */
export function createMemoryWriteHandle({ gate, clock }: MemoryDisk, path: WorkspacePath, file: MemoryFile): WriteHandle {
  let isOpen = true;
  let synced: PortResult<void> = ok();
  return {
    write: async (bytes, position) =>
      gate('write', path, (isShort) => {
        if (!isOpen) return portFailure('lost', 'write', path);
        if (!isPosition(position)) return portFailure('unsupported', 'write', path);
        const written = isShort ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes;
        const end = position + written.length;
        if (!growTo(file, end)) return portFailure('no-space', 'write', path);
        file.buffer.set(written, position);
        file.length = Math.max(file.length, end);
        file.modifiedMs = clock();
        return ok(written.length);
      }),
    sync: async () => {
      if (synced.isOk()) synced = gate('sync', path, () => (isOpen ? ok() : portFailure('lost', 'sync', path)));
      return synced;
    },
    close: async () =>
      gate('close', path, () => {
        isOpen = false;
        return ok();
      }),
  };
}
