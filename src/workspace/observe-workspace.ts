import { err } from 'neverthrow';
import { assetDescriptor } from '../artifacts/asset/descriptor.js';
import { createAssetReader } from '../artifacts/asset/create-asset-reader.js';
import type { ParsedAsset } from '../artifacts/asset/parsed-asset.js';
import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import { parseRegistry } from '../artifacts/registry/parse-registry.js';
import type { ParsedRegistry } from '../artifacts/registry/parsed-registry.js';
import type { JsonBudgets } from '../codec/json/read-json.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileOf } from '../diagnostics/location.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import type { ReadPort } from '../ports/read-port.js';
import { refuseTooLarge } from '../versioning/read-versioned-json.js';
import type { VersionDescriptor } from '../versioning/version-descriptor.js';
import { type AcceptedFiles, acceptWorkspace } from './accept-workspace.js';
import { declarationOf, indexScan, type InputTree } from './input-tree.js';
import { type FolderScan, scanFolders } from './scan-folders.js';
import type { ObservedFile } from './snapshot.js';

/** How a workspace is read. */
export interface ObserveOptions {
  /** Digests and inflation. */
  readonly compute: ComputePort;
  /** Limits for JSON files. */
  readonly json: JsonBudgets;
  /** Stops between two files. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a file of an earlier version is an error; a warning unless told. */
  readonly requireCurrent?: boolean | undefined;
}

/** The folders, declarations and registry of a workspace as they were read, each judged alone. */
export interface Observation extends AcceptedFiles {
  /** What stands under `assets/`. */
  readonly scan: FolderScan;
  /** The scan, ready to be asked. */
  readonly tree: InputTree;
  /** Files read whole. */
  readonly files: readonly ObservedFile[];
}

/** A file that gave no bytes. */
function unread(file: WorkspacePath, diagnostics: readonly Diagnostic[]) {
  const locate = () => ({ kind: 'file', file }) as const;
  return { file, version: null, sound: false, document: null, locate, diagnostics } as const;
}

const NO_RECORDS = { projectUuid: null, records: [], retired: [] } as const;

/** Says why a file could not be read; where a folder above it is at fault, the scan has told that already. */
function diagnoseUnread(
  error: PortError,
  descriptor: VersionDescriptor,
  told: ReadonlySet<string>,
  maxBytes: number,
): readonly Diagnostic[] {
  if (told.has(error.path)) return [];
  if (error.kind === 'too-large') return [refuseTooLarge(descriptor, error.path, maxBytes)];
  return [diagnosePortError(error, descriptor.artifact)];
}

/**
 * Reads what a workspace declares: lists its folders, then reads the registry and every `asset.json` in one batch, each
 * through the gates of a single file, and keeps the digest of the very bytes that were parsed. Files of earlier versions are
 * migrated in memory, once all files are parsed and their identities are decided.
 */
export async function observeWorkspace(read: ReadPort, options: ObserveOptions): Promise<PortResult<Observation>> {
  const { compute, json, signal } = options;
  const scanned = await scanFolders(read, signal);
  if (scanned.isErr()) return err(scanned.error);
  const scan = scanned.value;
  const tree = indexScan(scan);
  const roots = [...tree.roots];
  const paths: readonly WorkspacePath[] = [REGISTRY_PATH, ...roots.map(declarationOf)];

  const reader = createAssetReader(json);
  const told = new Set(scan.diagnostics.map(({ location }) => fileOf(location)));
  const files: ObservedFile[] = [];
  const assets = new Map<string, ParsedAsset>();
  let registry: ParsedRegistry | null = null;
  const ran = await read.readFiles(
    paths.map((path) => ({ path, maxBytes: json.maxBytes })),
    (index, answer) => {
      const path = paths[index];
      if (path === undefined) return;
      const root = roots[index - 1];
      if (answer.isErr()) {
        const absent = answer.error.kind === 'not-found';
        if (absent) files.push({ path, sha256: null });
        const diagnostics = diagnoseUnread(answer.error, root === undefined ? registryDescriptor : assetDescriptor, told, json.maxBytes);
        if (root !== undefined) assets.set(root, { ...unread(path, diagnostics), claim: { kind: 'unknown' } });
        else if (!absent) registry = { ...unread(path, diagnostics), ...NO_RECORDS };
        return;
      }
      const { bytes } = answer.value;
      files.push({ path, sha256: digestBytes(bytes, compute) });
      if (root === undefined) registry = parseRegistry(bytes, path, json);
      else assets.set(root, reader.parse(bytes, path));
    },
    signal && { signal },
  );
  const requireCurrent = options.requireCurrent === true;
  return ran.map(() => ({ scan, tree, files, ...acceptWorkspace({ registry, assets }, { reader, requireCurrent }) }));
}
