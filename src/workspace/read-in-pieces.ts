import { err, ok } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import type { EntryStat, ReadPort } from '../ports/read-port.js';

/** Bytes of a piece. */
export const PIECE = 1 << 20;

/** How a file is read. */
export interface PieceOptions {
  /** Begins with the size in bytes; what it gives takes every piece. The memory of a piece is used again. */
  readonly begin: (size: number) => (bytes: Uint8Array) => void;
  /** Stops between two pieces. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a file that is too large to be held whole.
 *
 * @returns the stat of the file that was read to its end; `changed` where it grew shorter meanwhile.
 */
export async function readInPieces(read: ReadPort, file: WorkspacePath, { begin, signal }: PieceOptions): Promise<PortResult<EntryStat>> {
  const opened = await read.openFile(file);
  if (opened.isErr()) return err(opened.error);
  const handle = opened.value;
  const { size } = handle.stat;
  const push = begin(size);
  const piece = new Uint8Array(PIECE);
  let fault: PortError | null = null;
  for (let position = 0; position < size && fault === null; ) {
    const got = await handle.read(piece, position);
    if (signal?.aborted === true) fault = { kind: 'aborted', operation: 'read', path: file, detail: 'aborted' };
    else if (got.isErr()) fault = got.error;
    else if (got.value === 0) fault = { kind: 'changed', operation: 'read', path: file, detail: 'shorter than its size' };
    else push(piece.subarray(0, got.value));
    if (got.isOk()) position += got.value;
  }
  const closed = await handle.close();
  if (fault === null && closed.isErr()) fault = closed.error;
  return fault === null ? ok(handle.stat) : err(fault);
}
