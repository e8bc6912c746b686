import { err, ok } from 'neverthrow';
import { checkArchiveSlices } from '../artifacts/archive/check-archive-slices.js';
import { createPayloadChecker } from '../artifacts/archive/create-payload-checker.js';
import type { ArchiveFront } from '../artifacts/archive/decode-archive-header.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Failure, Observed } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { readArchiveFront } from '../plans/compose/read-archive-front.js';
import { withReadHandle } from '../plans/compose/with-read-handle.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import type { ReadHandle } from '../ports/read-port.js';
import type { ReadContext } from './read-context.js';

/** An archive as it was read. */
export interface ReadArchive {
  /** Prelude and header; null where they are broken. */
  readonly front: ArchiveFront | null;
  /** Bytes of the file. */
  readonly length: number;
  /** SHA-256 of everything before the payload; null where the front is broken. */
  readonly archiveDigest: string | null;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

const PIECE = 1 << 20;

async function readPayload(
  handle: ReadHandle,
  front: ArchiveFront,
  { compute, signal }: ReadContext,
): Promise<PortResult<readonly Diagnostic[]>> {
  const checker = createPayloadChecker(front, compute);
  const piece = new Uint8Array(PIECE);
  const path = front.file;
  let position = front.prelude.payloadOffset;
  while (position <= handle.stat.size) {
    if (signal?.aborted === true) return err({ kind: 'aborted', operation: 'read', path, detail: 'aborted' });
    const got = await handle.read(piece, position);
    if (got.isErr()) return err(got.error);
    if (got.value === 0) return ok(checker.finish());
    checker.push(piece.subarray(0, got.value));
    position += got.value;
  }
  return err({ kind: 'changed', operation: 'read', path, detail: 'longer than its size' });
}

/**
 * Reads an archive whole, by the independent decoder: prelude, header, the place of every slice, then every byte of the
 * payload against its digest. Bounds are checked before anything is allocated; memory stays flat.
 *
 * @returns what was found; Err where the file could not be read.
 */
export async function readArchive(context: ReadContext, path: WorkspacePath): Promise<Observed<ReadArchive>> {
  const fail = (error: PortError): Failure => [diagnosePortError(error, 'archive')];
  return withReadHandle(context.read, path, fail, async (handle): Promise<Observed<ReadArchive>> => {
    const length = handle.stat.size;
    const read = await readArchiveFront(handle, path, context.json);
    if (read.isErr()) return err(fail(read.error));
    if (read.value.isErr()) return ok({ front: null, length, archiveDigest: null, diagnostics: read.value.error });
    const { value, diagnostics } = read.value.value;
    const { front } = value;
    const archiveDigest = digestBytes(value.bytes, context.compute);
    const misplaced = checkArchiveSlices(front);
    if (misplaced.length > 0) return ok({ front, length, archiveDigest, diagnostics: [...diagnostics, ...misplaced] });
    const payload = await readPayload(handle, front, context);
    return payload
      .mapErr(fail)
      .map((found) => ({ front, length, archiveDigest, diagnostics: [...diagnostics, ...found].sort(compareDiagnostics) }));
  });
}
