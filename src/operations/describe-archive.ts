import { err, ok } from 'neverthrow';
import { archiveRegions } from '../artifacts/archive/archive-regions.js';
import { checkArchiveSlices } from '../artifacts/archive/check-archive-slices.js';
import type { ArchiveHeader } from '../artifacts/archive/model.js';
import { parseAssetMetadata } from '../artifacts/companions/asset-metadata.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Failure, Observed } from '../diagnostics/outcome.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH } from '../paths/owned-paths.js';
import { readArchiveFront } from '../plans/compose/read-archive-front.js';
import { withReadHandle } from '../plans/compose/with-read-handle.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { digestBytes } from '../ports/digest-bytes.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { PortError } from '../ports/port-error.js';
import { readBytes } from '../ports/read-bytes.js';
import type { ArchiveMapRegion } from '../artifacts/archive/archive-map-region.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { throughJournal } from './through-journal.js';

/** A built archive as its header tells it; the payload was not read. */
export interface ArchiveDescription {
  /** Path of the archive. */
  readonly path: string;
  /** Bytes of the file. */
  readonly length: number;
  /** SHA-256 of everything before the payload; null where that is broken. */
  readonly archiveDigest: string | null;
  /** The header; null where it is broken. */
  readonly header: ArchiveHeader | null;
  /** Every byte of the file in one region, in the order of the file. */
  readonly regions: readonly ArchiveMapRegion[];
  /** What prelude, header and the places of the assets gave rise to, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The folders of the assets, from the companion where it belongs to this very archive; else none. */
async function readRoots({ read, json }: ReadContext, archiveDigest: string): Promise<ReadonlyMap<number, string>> {
  const bytes = await readBytes(read, ASSET_METADATA_PATH, json.maxBytes);
  if (bytes.isErr()) return new Map();
  const parsed = parseAssetMetadata({ bytes: bytes.value, file: ASSET_METADATA_PATH, budgets: json });
  if (parsed.isErr() || parsed.value.value.archive_digest !== archiveDigest) return new Map();
  return new Map(parsed.value.value.assets.map(({ asset_id, root }) => [asset_id, root]));
}

async function describe(context: ReadContext): Promise<Observed<ArchiveDescription>> {
  const fail = (error: PortError): Failure => [diagnosePortError(error, 'archive')];
  return withReadHandle(context.read, ARCHIVE_PATH, fail, async (handle): Promise<Observed<ArchiveDescription>> => {
    const length = handle.stat.size;
    const known = { path: ARCHIVE_PATH, length };
    const read = await readArchiveFront(handle, ARCHIVE_PATH, context.json);
    if (read.isErr()) return err(fail(read.error));
    if (read.value.isErr()) {
      const regions = archiveRegions({ length, header: null });
      return ok({ ...known, archiveDigest: null, header: null, regions, diagnostics: read.value.error });
    }
    const { value, diagnostics } = read.value.value;
    const { header } = value.front;
    const archiveDigest = digestBytes(value.bytes, context.compute);
    const regions = archiveRegions({ length, header, roots: await readRoots(context, archiveDigest) });
    const found = [...diagnostics, ...checkArchiveSlices(value.front)].sort(compareDiagnostics);
    return ok({ ...known, archiveDigest, header, regions, diagnostics: found });
  });
}

/**
 * Describes the built archive of a workspace by what stands before its payload, however large it is: the header, and what
 * each byte of the file belongs to. Whether the payload is sound is what `verifyArchive` tells. Writes nothing.
 *
 * @returns the archive; null where none is built. Err where it could not be read.
 *
 * @example
 * ```ts
 * import { describeArchive } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const described = await describeArchive(createMemoryWorkspace());
 * console.log(described.isOk() && described.value); // null
 * ```
 */
export function describeArchive(host: ReadHost, options: ReadOptions = {}): Promise<Observed<ArchiveDescription | null>> {
  return guardOperation('describeArchive', async (): Promise<Observed<ArchiveDescription | null>> => {
    const view = await throughJournal(readContext(host, options));
    if (view.isErr()) return err(view.error);
    const described = await describe(view.value.context);
    return described.isErr() && described.error.every(({ code }) => code === 'IO_NOT_FOUND') ? ok(null) : described;
  });
}
