import type { RememberedFile, RememberedFolder, RememberedFolders, RememberedKind } from '../../artifacts/cache/model.js';
import { listRememberedFolders } from '../../artifacts/cache/remembered-folders.js';
import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import { ASSETS_FOLDER, CONTROL_FOLDER, REGISTRY_PATH } from '../../paths/owned-paths.js';
import { nameOf, parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import type { EntryStat, FolderEntry } from '../../ports/read-port.js';
import { isControlEntry } from '../is-control-entry.js';
import type { SnapshotMemory } from '../snapshot-memory.js';

/** What is known of the times of a workspace besides what its reading tells. */
export interface TimeEvidence {
  /** Times of folders, asked after everything was read; those that are no proof are left out. */
  readonly folders: ReadonlyMap<WorkspacePath, number>;
  /** Whether the time of a file is proof, where its reading alone does not tell. */
  readonly isSettled: (path: WorkspacePath, modifiedMs: number, kind: RememberedKind) => boolean;
}

/**
 * Whether a digest tells everything of a folder's listing: the packer's own names are left out of it, and so of what can be
 * remembered, but for the control folder in its place.
 */
export function isPlainListing(folder: WorkspacePath, entries: readonly FolderEntry[]): boolean {
  return entries.every(
    ({ name, kind }) => !isControlEntry(folder, name) || (folder === ASSETS_FOLDER && kind === 'folder' && name === nameOf(CONTROL_FOLDER)),
  );
}

/** A file and the folder that it stands in. */
interface Placed {
  readonly folder: WorkspacePath;
  readonly file: RememberedFile;
  readonly settled: boolean;
}

interface Seen {
  readonly path: WorkspacePath;
  readonly kind: RememberedKind;
  readonly stat: EntryStat;
  readonly sha256: string | null;
  readonly settled: boolean;
  readonly sound: boolean;
}

function place({ path, kind, stat, sha256, settled, sound }: Seen, { isSettled }: TimeEvidence): Placed {
  const { size, modifiedMs } = stat;
  const file = { name: nameOf(path), kind, size, modifiedMs, sha256, sound };
  return { folder: parentOf(path) ?? path, file, settled: settled || isSettled(path, modifiedMs, kind) };
}

interface Reading {
  readonly sha256: string;
  readonly stat: EntryStat;
  readonly settled: boolean;
  readonly parsed: { readonly diagnostics: readonly unknown[] };
}

function seenDocument(path: WorkspacePath, answer: PortResult<Reading>): Seen | null {
  if (answer.isErr()) return null;
  const { sha256, stat, settled, parsed } = answer.value;
  return { path, kind: 'document', stat, sha256, settled, sound: parsed.diagnostics.length === 0 };
}

/**
 * What a reading rests on, folder by folder, each after the one it stands in: enough to find out whether anything has changed
 * since, and nothing of what the files say.
 *
 * @returns null where that could not be found out: something was not listed or read, or the packer's own files stand among
 * the others.
 */
export function rememberWorkspace(memory: SnapshotMemory, evidence: TimeEvidence): RememberedFolders | null {
  const { listings, scan, registry, declarations, sources } = memory;
  const placed = new Map<WorkspacePath, { readonly files: RememberedFile[]; readonly unsettled: RememberedFile[] }>();
  const at = (folder: WorkspacePath) => {
    const known = placed.get(folder);
    if (known !== undefined) return known;
    const made = { files: [], unsettled: [] };
    placed.set(folder, made);
    return made;
  };
  const put = (seen: Seen | null): boolean => {
    if (seen === null) return false;
    const { folder, file, settled } = place(seen, evidence);
    at(folder)[settled ? 'files' : 'unsettled'].push(file);
    return true;
  };
  if (!put(seenDocument(REGISTRY_PATH, registry))) return null;
  for (const [path, answer] of declarations) if (!put(seenDocument(path, answer))) return null;
  for (const [path, { kind, stat, sha256, settled, diagnostics }] of sources) {
    const sound = diagnostics.length === 0;
    if (stat === null || (sha256 === null && kind !== 'raw' && !hasErrors(diagnostics))) return null;
    if (!put({ path, kind, stat, sha256, settled: settled || (sha256 === null && kind !== 'raw'), sound })) return null;
  }
  const folders: RememberedFolder[] = [];
  for (const [path, answer] of listings) {
    const listing = scan.folders.get(path)?.listing;
    if (answer.isErr() || listing === undefined || !isPlainListing(path, answer.value)) return null;
    const { files = [], unsettled = [] } = placed.get(path) ?? {};
    folders.push({ path, modifiedMs: evidence.folders.get(path) ?? null, listing, files, unsettled });
    if (path === ASSETS_FOLDER) folders.push({ path: CONTROL_FOLDER, modifiedMs: null, listing: null, ...at(CONTROL_FOLDER) });
  }
  return listRememberedFolders(folders);
}
