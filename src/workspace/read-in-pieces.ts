import { err, ok } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import type { EntryStat, ReadPort } from '../ports/read-port.js';

/** Bytes of a piece. */
export const PIECE = 1 << 20;

/** Takes the pieces of a file. Their memory is used again. */
export interface PieceTaker {
  /** Takes the next one. */
  push(bytes: Uint8Array): void;
}

/** How a file is read. */
export interface PieceOptions<Taker extends PieceTaker> {
  /** Begins a file of so many bytes. */
  readonly begin: (size: number) => Taker;
  /** Stops between two pieces. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that was read to its end. */
export interface ReadPieces<Taker extends PieceTaker> {
  /** The stat of the opened file. */
  readonly stat: EntryStat;
  /** What took its pieces. */
  readonly taker: Taker;
}

/**
 * Reads a file that is too large to be held whole.
 *
 * @returns what took it; `changed` where it grew shorter meanwhile.
 */
export async function readInPieces<Taker extends PieceTaker>(
  read: Pick<ReadPort, 'openFile'>,
  file: WorkspacePath,
  { begin, signal }: PieceOptions<Taker>,
): Promise<PortResult<ReadPieces<Taker>>> {
  const opened = await read.openFile(file);
  if (opened.isErr()) return err(opened.error);
  const handle = opened.value;
  const { size } = handle.stat;
  const taker = begin(size);
  const piece = new Uint8Array(PIECE);
  let fault: PortError | null = null;
  for (let position = 0; position < size && fault === null;) {
    const got = await handle.read(piece, position);
    if (signal?.aborted === true) fault = { kind: 'aborted', operation: 'read', path: file, detail: 'aborted' };
    else if (got.isErr()) fault = got.error;
    else if (got.value === 0) fault = { kind: 'changed', operation: 'read', path: file, detail: 'shorter than its size' };
    else taker.push(piece.subarray(0, got.value));
    if (got.isOk()) position += got.value;
  }
  const closed = await handle.close();
  if (fault === null && closed.isErr()) fault = closed.error;
  return fault === null ? ok({ stat: handle.stat, taker }) : err(fault);
}
