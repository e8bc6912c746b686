import { err, ok } from 'neverthrow';
import type { PublishedFile } from '../../artifacts/cache/model.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH, ASSET_TABLE_PATH, PRELOAD_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { readArchiveStart } from '../../plans/compose/read-archive-front.js';
import { withReadHandle } from '../../plans/compose/with-read-handle.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadContext } from '../read-context.js';

/** What stands where a build publishes. */
export interface ReadOutputs {
  /** The archive, by its bytes before the payload. */
  readonly archive: PublishedFile;
  /** Its companions: asset table, metadata, preload. */
  readonly companions: readonly PublishedFile[];
}

const COMPANIONS: readonly WorkspacePath[] = [ASSET_TABLE_PATH, ASSET_METADATA_PATH, PRELOAD_PATH];

function readArchive({ read, json, compute }: ReadContext): Promise<PortResult<PublishedFile>> {
  return withReadHandle(
    read,
    ARCHIVE_PATH,
    (error) => error,
    async (handle) => {
      const start = await readArchiveStart(handle, ARCHIVE_PATH, json.maxBytes);
      if (start.isErr()) return err(start.error);
      if (start.value.isErr()) return portFailure('changed', 'read', ARCHIVE_PATH, 'no archive');
      const { size, modifiedMs } = handle.stat;
      return ok({ size, modifiedMs, sha256: digestBytes(start.value.value.value.bytes, compute) });
    },
  );
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
