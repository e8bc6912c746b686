import { err, ok } from 'neverthrow';
import { createAssetReader } from '../artifacts/asset/create-asset-reader.js';
import type { ParsedAsset } from '../artifacts/asset/parsed-asset.js';
import { parseRegistry } from '../artifacts/registry/parse-registry.js';
import type { ParsedRegistry } from '../artifacts/registry/parsed-registry.js';
import type { JsonBudgets } from '../codec/json/read-json.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import { type DiagnosticLimits, fileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import { fileOf } from '../diagnostics/location.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import type { PortResult } from '../ports/port-error.js';
import { portFailure } from '../ports/port-failure.js';
import type { ReadPort } from '../ports/read-port.js';
import { type AcceptedFiles, acceptWorkspace } from './accept-workspace.js';
import { askTimes } from './ask-times.js';
import type { FileReading } from './file-reading.js';
import type { FolderBudgets } from './folder-budgets.js';
import { declarationOf, indexScan, type InputTree } from './input-tree.js';
import { parsedAssetOf, parsedRegistryOf } from './parsed-of.js';
import { recallListings } from './recall-listings.js';
import { recallReader } from './recall-reader.js';
import { type Recall, recallNothing } from './recall.js';
import { rereadFiles } from './reread-files.js';
import { type FolderScan, scanFolders } from './scan-folders.js';
import type { SnapshotMemory } from './snapshot-memory.js';
import type { ObservedFile } from './snapshot.js';

/** How a workspace is read. */
export interface ObserveOptions {
  /** Digests and inflation. */
  readonly compute: ComputePort;
  /** Limits for JSON files. */
  readonly json: JsonBudgets;
  /** Limits of folders; the defaults unless told. */
  readonly folders?: FolderBudgets | undefined;
  /** Most findings that are kept; the defaults unless told. */
  readonly diagnostics?: DiagnosticLimits | undefined;
  /** Stops between two files. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a file of an earlier version is an error; a warning unless told. */
  readonly requireCurrent?: boolean | undefined;
  /** The assets whose declarations are read; all of them unless told. */
  readonly isWanted?: ((root: string) => boolean) | undefined;
}

/** The folders, declarations and registry of a workspace as they were read, each judged alone. */
export interface Observation extends AcceptedFiles {
  /** What stands under `assets/`. */
  readonly scan: FolderScan;
  /** The scan, ready to be asked. */
  readonly tree: InputTree;
  /** Files read whole. */
  readonly files: readonly ObservedFile[];
  /** What the next reading may take from this one. */
  readonly kept: Omit<SnapshotMemory, 'sources'>;
}

type Answer<Parsed> = PortResult<FileReading<Parsed>>;

/** What a snapshot keeps of a file that was to be read whole. */
export function observedFile<Parsed>(path: WorkspacePath, answer: Answer<Parsed>): ObservedFile[] {
  if (answer.isOk()) return [{ path, sha256: answer.value.sha256 }];
  return answer.error.kind === 'not-found' ? [{ path, sha256: null }] : [];
}

/**
 * Reads what a workspace declares: lists its folders, then reads the registry and every `asset.json`, each through the gates
 * of a single file, and keeps the digest of the very bytes that were parsed. Files of earlier versions are migrated in memory,
 * once all files are parsed and their identities are decided.
 *
 * @param recall - what may be taken from an earlier reading: the answer is the same.
 */
export async function observeWorkspace(
  read: ReadPort,
  options: ObserveOptions,
  recall: Recall = recallNothing(),
): Promise<PortResult<Observation>> {
  const { compute, json, signal } = options;
  const limits = fileDiagnosticLimits(options.diagnostics);
  const { memory, isKnown, asksTimes, keeps } = recall;
  const lister = recallListings(read, recall);
  const scanned = await scanFolders(lister.read, signal, options.folders, compute);
  if (scanned.isErr()) return err(scanned.error);
  const scan = scanned.value;
  const tree = indexScan(scan);
  const told = new Set(scan.diagnostics.map(({ location }) => fileOf(location)));
  const reader = createAssetReader(json, limits);
  const roots = [...tree.roots].filter((root) => options.isWanted?.(root) ?? true);
  const requests = roots.map(declarationOf).map((path) => ({ path, known: memory?.declarations.get(path) }));
  const unproven = asksTimes ? [REGISTRY_PATH, ...requests.map(({ path }) => path)].filter((path) => !isKnown(path)) : [];
  const asked = await askTimes(read, unproven, memory?.latestMs ?? -Infinity, signal);
  if (asked.isErr()) return err(asked.error);
  const how = { isKnown, ...asked.value, maxBytes: json.maxBytes, compute, signal };

  const registryRead = await rereadFiles<ParsedRegistry>(read, [{ path: REGISTRY_PATH, known: memory?.registry }], {
    ...how,
    parse: (bytes, path) => parseRegistry(bytes, path, json, limits),
  });
  if (registryRead.isErr()) return err(registryRead.error);
  const assetsRead = await rereadFiles<ParsedAsset>(read, requests, {
    ...how,
    parse: (bytes, path) => reader.parse(bytes, path),
    latestMs: registryRead.value.latestMs,
  });
  if (assetsRead.isErr()) return err(assetsRead.error);

  const found = registryRead.value.answers[0] ?? portFailure('broken', 'read', REGISTRY_PATH);
  const unreadable = { told, maxBytes: json.maxBytes };
  const registry = parsedRegistryOf(found, unreadable);
  const declarations = new Map<WorkspacePath, Answer<ParsedAsset>>();
  const assets = new Map<string, ParsedAsset>();
  const files = observedFile(REGISTRY_PATH, found);
  for (const [index, root] of roots.entries()) {
    const path = requests[index]?.path ?? declarationOf(root);
    const answer = assetsRead.value.answers[index] ?? portFailure('broken', 'read', path);
    for (const file of observedFile(path, answer)) files.push(file);
    if (keeps) declarations.set(path, answer);
    assets.set(root, parsedAssetOf(path, answer, unreadable));
  }
  const recalled = recallReader(reader, memory?.readings);
  const requireCurrent = options.requireCurrent === true;
  const accepted = acceptWorkspace({ registry, assets }, { reader: keeps ? recalled : reader, requireCurrent, limits });
  return ok({
    ...accepted,
    scan,
    tree,
    files,
    kept: {
      scan,
      listings: lister.listings,
      registry: found,
      declarations,
      readings: recalled.readings,
      latestMs: Math.max(registryRead.value.latestMs, assetsRead.value.latestMs),
    },
  });
}
