import { err, ok } from 'neverthrow';
import { type ArchiveFront, decodeArchiveHeader } from '../../artifacts/archive/decode-archive-header.js';
import { type ArchivePrelude, decodeArchivePrelude } from '../../artifacts/archive/decode-archive-prelude.js';
import { archiveLayout } from '../../artifacts/archive/layout.js';
import { JSON_BUDGETS, type JsonBudgets } from '../../codec/json/read-json.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import type { PortResult } from '../../ports/port-error.js';
import type { ReadHandle } from '../../ports/read-port.js';
import { readWhole } from './read-whole.js';

/** Everything before the payload of an archive. */
export interface ArchiveFrontBytes {
  /** The very bytes. */
  readonly bytes: Uint8Array;
  /** What they say. */
  readonly front: ArchiveFront;
}

async function readStart(handle: ReadHandle, length: number): Promise<PortResult<Uint8Array>> {
  const bytes = new Uint8Array(length);
  const read = await readWhole(handle, bytes, 0);
  return read.map((count) => bytes.subarray(0, count));
}

/** What stands before the payload of an archive, of which only the prelude is decoded. */
export interface ArchiveStart {
  /** The very bytes. */
  readonly bytes: Uint8Array;
  /** What the prelude says. */
  readonly prelude: ArchivePrelude;
}

/**
 * Reads what stands before the payload of an archive, and decodes the prelude, which tells how much that is.
 *
 * @param file - path from the workspace root, for diagnostics.
 * @param maxHeaderBytes - most bytes of a header; it is held to them before any are read.
 * @returns an error of the port; or what the decoder of the prelude found.
 */
export async function readArchiveStart(
  handle: ReadHandle,
  file: string,
  maxHeaderBytes: number,
): Promise<PortResult<Outcome<ArchiveStart>>> {
  const fileLength = handle.stat.size;
  const start = await readStart(handle, Math.min(archiveLayout.preludeLength, fileLength));
  if (start.isErr()) return err(start.error);
  const decoded = decodeArchivePrelude({ bytes: start.value, fileLength, file, maxHeaderBytes });
  if (decoded.isErr()) return ok(err(decoded.error));
  const { value: prelude, diagnostics } = decoded.value;
  const whole = await readStart(handle, prelude.payloadOffset);
  return whole.map((bytes) => ok({ value: { bytes, prelude }, diagnostics }));
}

/**
 * Reads and decodes what stands before the payload of an archive, never the payload itself.
 *
 * @param file - path from the workspace root, for diagnostics.
 * @param budgets - limits of the header's text; the bytes of a header are held to them before any are read.
 * @returns an error of the port; or what the decoders of the prelude and the header found.
 */
export async function readArchiveFront(
  handle: ReadHandle,
  file: string,
  budgets: JsonBudgets = JSON_BUDGETS,
): Promise<PortResult<Outcome<ArchiveFrontBytes>>> {
  const read = await readArchiveStart(handle, file, budgets.maxBytes);
  return read.map((start) =>
    start.andThen(({ value: { bytes, prelude }, diagnostics }) => {
      const headerEnd = archiveLayout.preludeLength + prelude.headerLength;
      const header = bytes.subarray(archiveLayout.preludeLength, headerEnd);
      const front = decodeArchiveHeader({ prelude, header, padding: bytes.subarray(headerEnd), file, budgets });
      return front.map((value) => ({ value: { bytes, front: value }, diagnostics }));
    }),
  );
}
