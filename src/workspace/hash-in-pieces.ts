import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import type { PortResult } from '../ports/port-error.js';
import type { EntryStat, ReadPort } from '../ports/read-port.js';
import { readInPieces } from './read-in-pieces.js';

/** A file that was read only to be hashed. */
export interface HashedFile {
  /** What the host said of the very file that was read. */
  readonly stat: EntryStat;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}

/** How a file is hashed. */
export interface HashOptions {
  /** Digests. */
  readonly compute: ComputePort;
  /** Stops between two pieces. */
  readonly signal?: AbortSignal | undefined;
}

/** Hashes a file of any size without holding it. */
export async function hashInPieces(read: ReadPort, file: WorkspacePath, { compute, signal }: HashOptions): Promise<PortResult<HashedFile>> {
  const begin = () => {
    const digest = compute.sha256();
    return { push: (bytes: Uint8Array): void => digest.update(bytes), hex: () => digest.hex() };
  };
  const hashed = await readInPieces(read, file, { begin, signal });
  return hashed.map(({ stat, taker }) => ({ stat, sha256: taker.hex() }));
}
