import { err, ok } from 'neverthrow';
import type { PortResult } from '../../ports/port-error.js';
import type { ReadHandle } from '../../ports/read-port.js';
import { readWhole } from '../../plans/compose/read-whole.js';

/** A stretch of an open file. */
export interface FileStretch {
  /** The file. */
  readonly handle: ReadHandle;
  /** First byte, from the start of the file. */
  readonly start: number;
  /** Bytes. */
  readonly length: number;
}

/** The first byte in which two stretches differ. */
export interface ByteDifference {
  /** Bytes from the start of both stretches. */
  readonly offset: number;
  /** What the first holds there, 0 to 255; null where it has ended. */
  readonly a: number | null;
  /** What the second holds there. */
  readonly b: number | null;
}

const PIECE = 1 << 18;

function differingAt(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return at;
  return a.length === b.length ? -1 : length;
}

/** Reads two stretches piece by piece up to the first byte in which they differ; null where they are equal. */
export async function firstDifference(a: FileStretch, b: FileStretch, signal?: AbortSignal): Promise<PortResult<ByteDifference | null>> {
  const pieces = [new Uint8Array(PIECE), new Uint8Array(PIECE)] as const;
  const read = ({ handle, start, length }: FileStretch, into: Uint8Array, offset: number) =>
    readWhole(handle, into.subarray(0, Math.max(0, Math.min(PIECE, length - offset))), start + offset);
  const longest = Math.max(a.length, b.length);
  for (let offset = 0; offset < longest; offset += PIECE) {
    if (signal?.aborted === true) return err({ kind: 'aborted', operation: 'read', path: '', detail: 'aborted' });
    const [fromA, fromB] = [await read(a, pieces[0], offset), await read(b, pieces[1], offset)];
    if (fromA.isErr()) return err(fromA.error);
    if (fromB.isErr()) return err(fromB.error);
    const [bytesA, bytesB] = [pieces[0].subarray(0, fromA.value), pieces[1].subarray(0, fromB.value)];
    const at = differingAt(bytesA, bytesB);
    if (at >= 0) return ok({ offset: offset + at, a: bytesA[at] ?? null, b: bytesB[at] ?? null });
    if (fromA.value < PIECE) return ok(null);
  }
  return ok(null);
}
