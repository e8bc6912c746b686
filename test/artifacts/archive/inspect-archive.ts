import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { checkArchiveSlices } from '../../../src/artifacts/archive/check-archive-slices.js';
import { createPayloadChecker } from '../../../src/artifacts/archive/create-payload-checker.js';
import { decodeArchiveHeader } from '../../../src/artifacts/archive/decode-archive-header.js';
import { decodeArchivePrelude } from '../../../src/artifacts/archive/decode-archive-prelude.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { ArchiveHeader } from '../../../src/artifacts/archive/model.js';
import type { ComputePort } from '../../../src/ports/compute-port.js';

/** Where the archives of these tests stand. */
export const FILE = 'build/assets.pa';

/** Digests by the host; nothing here inflates. */
export const compute: ComputePort = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  crc32,
  inflate: () => {
    throw new Error('an archive holds nothing to inflate');
  },
};

/** What a reader makes of a file. */
export interface Inspection {
  readonly header: ArchiveHeader | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** How it reads. */
export interface InspectOptions {
  /** Bytes of the pieces that the payload comes in. */
  readonly piece?: number;
  readonly maxHeaderBytes?: number;
}

/** Reads a whole archive as verify does: prelude, header, places, payload. */
export function inspectArchive(bytes: Uint8Array, { piece = 1 << 16, maxHeaderBytes = 1 << 20 }: InspectOptions = {}): Inspection {
  const start = decodeArchivePrelude({ bytes: bytes.subarray(0, 32), fileLength: bytes.length, file: FILE, maxHeaderBytes });
  if (start.isErr()) return { header: null, diagnostics: start.error };
  const { value: prelude, diagnostics: warnings } = start.value;
  const end = 32 + prelude.headerLength;
  const source = { prelude, header: bytes.subarray(32, end), padding: bytes.subarray(end, prelude.payloadOffset), file: FILE };
  const front = decodeArchiveHeader(source);
  if (front.isErr()) return { header: null, diagnostics: [...warnings, ...front.error] };
  const { header } = front.value;
  const misplaced = checkArchiveSlices(front.value);
  if (misplaced.length > 0) return { header, diagnostics: [...warnings, ...misplaced] };
  const checker = createPayloadChecker(front.value, compute);
  for (let at = prelude.payloadOffset; at < bytes.length; at += piece) checker.push(bytes.subarray(at, at + piece));
  return { header, diagnostics: [...warnings, ...checker.finish()] };
}

/** The first code found in an archive; undefined for a sound one. */
export function firstCode(bytes: Uint8Array): string | undefined {
  return inspectArchive(bytes).diagnostics[0]?.code;
}
