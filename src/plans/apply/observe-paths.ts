import { err, ok } from 'neverthrow';
import { decodeArchivePrelude } from '../../artifacts/archive/decode-archive-prelude.js';
import { archiveLayout } from '../../artifacts/archive/layout.js';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { ComputePort } from '../../ports/compute-port.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadHandle, ReadPort } from '../../ports/read-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import { readWhole } from '../compose/read-whole.js';
import { stateOfError } from './state-of-error.js';
import { withReadHandle } from '../compose/with-read-handle.js';

/** What to look at: a file as a whole, its first `length` bytes, or an archive up to its payload. */
export type Look =
  | { readonly look: 'file' | 'archive'; readonly path: WorkspacePath }
  | { readonly look: 'head'; readonly path: WorkspacePath; readonly length: number };

const PIECE = 1024 * 1024;

function stateOfBytes(look: Look, bytes: Uint8Array, compute: ComputePort): PathState {
  if (look.look !== 'head') return { kind: 'file', length: bytes.length, sha256: digestBytes(bytes, compute) };
  const seen = bytes.subarray(0, look.length);
  return { kind: 'head', length: seen.length, sha256: digestBytes(seen, compute) };
}

async function digestStart(
  handle: ReadHandle,
  end: number,
  compute: ComputePort,
  signal?: AbortSignal,
): Promise<PortResult<{ length: number; sha256: string }>> {
  const digest = compute.sha256();
  const buffer = new Uint8Array(Math.min(PIECE, end));
  let position = 0;
  while (position < end) {
    if (signal?.aborted === true) return portFailure('aborted', 'read', '');
    const piece = buffer.subarray(0, Math.min(PIECE, end - position));
    const read = await readWhole(handle, piece, position);
    if (read.isErr()) return err(read.error);
    digest.update(piece.subarray(0, read.value));
    position += read.value;
    if (read.value < piece.length) break;
  }
  return ok({ length: position, sha256: digest.hex() });
}

async function archiveState(handle: ReadHandle, file: WorkspacePath, compute: ComputePort): Promise<PortResult<PathState>> {
  const start = new Uint8Array(archiveLayout.preludeLength);
  const read = await readWhole(handle, start, 0);
  if (read.isErr()) return err(read.error);
  const { size } = handle.stat;
  const prelude = decodeArchivePrelude({ bytes: start.subarray(0, read.value), fileLength: size, file, maxHeaderBytes: size });
  if (prelude.isErr()) return ok({ kind: 'file', sha256: null, length: size });
  const digest = await digestStart(handle, prelude.value.value.payloadOffset, compute);
  return digest.map(({ sha256 }) => ({ kind: 'archive', length: size, archiveDigest: sha256 }));
}

async function lookInPieces(read: ReadPort, look: Look, compute: ComputePort, signal?: AbortSignal): Promise<PortResult<PathState>> {
  const sameError = (error: PortError): PortError => error;
  const state = await withReadHandle(read, look.path, sameError, async (handle): Promise<PortResult<PathState>> => {
    if (look.look === 'archive') return archiveState(handle, look.path, compute);
    const end = look.look === 'head' ? look.length : Number.POSITIVE_INFINITY;
    const digest = await digestStart(handle, end, compute, signal);
    return digest.map((found) => ({ kind: look.look === 'head' ? 'head' : 'file', ...found }));
  });
  return state.orElse(stateOfError);
}

/**
 * Looks at what stands at paths: small files in one batch, larger ones and archives in pieces, so that memory stays the
 * same whatever their size. Nothing there, a symlink, a folder in place of a file are states, not errors.
 *
 * @returns each look with its state, or with what the port could not do; Err only where the batch could not run at all.
 */
export async function observePaths<T extends Look>(
  { read, compute }: { readonly read: ReadPort; readonly compute: ComputePort },
  looks: readonly T[],
  signal?: AbortSignal,
): Promise<PortResult<readonly (readonly [T, PortResult<PathState>])[]>> {
  const states = new Map<T, PortResult<PathState>>();
  const large: T[] = [];
  const requests = looks.map(({ path, look }) => ({ path, maxBytes: look === 'archive' ? 0 : PIECE }));
  const ran = await read.readFiles(
    requests,
    (index, answer) => {
      const look = looks[index];
      if (look === undefined) return;
      if (answer.isOk()) states.set(look, ok(stateOfBytes(look, answer.value.bytes, compute)));
      else if (answer.error.kind === 'too-large') large.push(look);
      else states.set(look, stateOfError(answer.error));
    },
    signal && { signal },
  );
  if (ran.isErr()) return err(ran.error);
  for (const look of large) states.set(look, await lookInPieces(read, look, compute, signal));
  return ok(looks.map((look) => [look, states.get(look) ?? portFailure('broken', 'read', look.path)]));
}
