import { err, ok } from 'neverthrow';
import { checkArchiveSlices } from '../../artifacts/archive/check-archive-slices.js';
import type { ArchiveFront } from '../../artifacts/archive/decode-archive-header.js';
import { parseAssetMetadata, type AssetMetadataRecord } from '../../artifacts/companions/asset-metadata.js';
import type { JsonBudgets } from '../../codec/json/read-json.js';
import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure, Observed } from '../../diagnostics/outcome.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH, ASSET_TABLE_PATH, PRELOAD_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { readArchiveFront } from '../../plans/compose/read-archive-front.js';
import { withReadHandle } from '../../plans/compose/with-read-handle.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { PortError } from '../../ports/port-error.js';
import { readBytes } from '../../ports/read-bytes.js';
import type { ReadHandle } from '../../ports/read-port.js';
import type { ReadContext } from '../read-context.js';
import { throughJournal } from '../through-journal.js';

const COMPANIONS: readonly WorkspacePath[] = [ASSET_TABLE_PATH, ASSET_METADATA_PATH, PRELOAD_PATH];

/** A build whose archive is open. */
export interface OpenBuild {
  /** Its archive. */
  readonly handle: ReadHandle;
  /** What stands before the payload; null where that is broken. */
  readonly front: { readonly front: ArchiveFront; readonly bytes: Uint8Array } | null;
  /** SHA-256 of everything before the payload; null where that is broken. */
  readonly archiveDigest: string | null;
  /** Where the bytes of each asset came from, by asset_id; empty where no companion of this very archive says so. */
  readonly records: ReadonlyMap<number, AssetMetadataRecord>;
  /** The bytes of each companion by its path; null for one that is not there. */
  readonly companions: ReadonlyMap<WorkspacePath, Uint8Array | null>;
  /** Whether each asset stands in a place of its own, so that nobody is made to read a byte twice. */
  readonly placed: boolean;
  /** What prelude, header and the places of the assets gave rise to. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why an archive could not be read. */
export function archiveFailure(error: PortError): Failure {
  return [diagnosePortError(error, 'archive')];
}

async function readCompanions({ read, json }: ReadContext): Promise<Observed<ReadonlyMap<WorkspacePath, Uint8Array | null>>> {
  const companions = new Map<WorkspacePath, Uint8Array | null>();
  for (const path of COMPANIONS) {
    const bytes = await readBytes(read, path, json.maxBytes);
    if (bytes.isErr() && bytes.error.kind !== 'not-found') return err([diagnosePortError(bytes.error, 'workspace')]);
    companions.set(path, bytes.unwrapOr(null));
  }
  return ok(companions);
}

function recordsOf(
  bytes: Uint8Array | null | undefined,
  archiveDigest: string,
  budgets: JsonBudgets,
): ReadonlyMap<number, AssetMetadataRecord> {
  if (bytes === null || bytes === undefined) return new Map();
  const parsed = parseAssetMetadata({ bytes, file: ASSET_METADATA_PATH, budgets });
  if (parsed.isErr() || parsed.value.value.archive_digest !== archiveDigest) return new Map();
  return new Map(parsed.value.value.assets.map((record) => [record.asset_id, record]));
}

/** Opens the build of a workspace, as readers see it through a committed plan, and closes it again whatever happens. */
export async function withOpenBuild<T>(given: ReadContext, run: (build: OpenBuild) => Promise<Observed<T>>): Promise<Observed<T>> {
  const view = await throughJournal(given);
  if (view.isErr()) return err(view.error);
  const { context } = view.value;
  const companions = await readCompanions(context);
  if (companions.isErr()) return err(companions.error);
  return withReadHandle(context.read, ARCHIVE_PATH, archiveFailure, async (handle) => {
    const read = await readArchiveFront(handle, ARCHIVE_PATH, context.json);
    if (read.isErr()) return err(archiveFailure(read.error));
    const known = { handle, companions: companions.value };
    if (read.value.isErr())
      return run({ ...known, front: null, archiveDigest: null, records: new Map(), placed: false, diagnostics: read.value.error });
    const { value: front, diagnostics } = read.value.value;
    const archiveDigest = digestBytes(front.bytes, context.compute);
    const records = recordsOf(companions.value.get(ASSET_METADATA_PATH), archiveDigest, context.json);
    const faults = checkArchiveSlices(front.front);
    const found = [...diagnostics, ...faults].sort(compareDiagnostics);
    return run({ ...known, front, archiveDigest, records, placed: !hasErrors(faults), diagnostics: found });
  });
}
