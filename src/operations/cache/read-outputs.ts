import { err, ok } from 'neverthrow';
import type { PublishedFile } from '../../artifacts/cache/model.js';
import { archiveLayout } from '../../artifacts/archive/layout.js';
import { decodeArchivePrelude } from '../../artifacts/archive/decode-archive-prelude.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH, ASSET_TABLE_PATH, PRELOAD_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { readWhole } from '../../plans/compose/read-whole.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadHandle } from '../../ports/read-port.js';
import type { ReadContext } from '../read-context.js';

/** What stands where a build publishes. */
export interface ReadOutputs {
  /** The archive, by its bytes before the payload. */
  readonly archive: PublishedFile;
  /** Its companions: asset table, metadata, preload. */
  readonly companions: readonly PublishedFile[];
}

const COMPANIONS: readonly WorkspacePath[] = [ASSET_TABLE_PATH, ASSET_METADATA_PATH, PRELOAD_PATH];

async function readFront(handle: ReadHandle, { json, compute }: ReadContext): Promise<PortResult<PublishedFile>> {
  const { size, modifiedMs } = handle.stat;
  const start = new Uint8Array(Math.min(archiveLayout.preludeLength, size));
  const read = await readWhole(handle, start, 0);
  if (read.isErr()) return err(read.error);
  const prelude = decodeArchivePrelude({ bytes: start, fileLength: size, file: ARCHIVE_PATH, maxHeaderBytes: json.maxBytes });
  if (prelude.isErr()) return portFailure('changed', 'read', ARCHIVE_PATH, 'no archive');
  const front = new Uint8Array(prelude.value.value.payloadOffset);
  const whole = await readWhole(handle, front, 0);
  return whole.map(() => ({ size, modifiedMs, sha256: digestBytes(front, compute) }));
}

async function readArchive(context: ReadContext): Promise<PortResult<PublishedFile>> {
  const opened = await context.read.openFile(ARCHIVE_PATH);
  if (opened.isErr()) return err(opened.error);
  const front = await readFront(opened.value, context);
  const closed = await opened.value.close();
  return front.andThen((found) => closed.map(() => found));
}

/** Reads companions and what stands before the payload of the archive. Err where any of it is no file, or no archive. */
export async function readOutputs(context: ReadContext): Promise<PortResult<ReadOutputs>> {
  const { read, compute, json } = context;
  const archive = await readArchive(context);
  if (archive.isErr()) return err(archive.error);
  const companions: PublishedFile[] = [];
  let fault: PortResult<void> = ok();
  const requests = COMPANIONS.map((path) => ({ path, maxBytes: json.maxBytes }));
  const ran = await read.readFiles(requests, (index, answer) => {
    if (answer.isErr()) fault = err(answer.error);
    else {
      const { bytes, stat } = answer.value;
      companions[index] = { size: stat.size, modifiedMs: stat.modifiedMs, sha256: digestBytes(bytes, compute) };
    }
  });
  return ran.andThen(() => fault).map(() => ({ archive: archive.value, companions }));
}
