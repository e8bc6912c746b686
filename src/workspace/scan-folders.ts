import { err, ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosePath } from '../paths/diagnose-path.js';
import { collisionKey } from '../paths/collision-key.js';
import { findCollisions } from '../paths/find-collisions.js';
import { isOwnedKey } from '../paths/owned-names.js';
import { ASSETS_FOLDER, CONTROL_FOLDER } from '../paths/owned-paths.js';
import { portableCompute } from '../codec/portable-compute.js';
import { joinPath, nameOf, type WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { gather } from '../ports/gather.js';
import type { PortResult } from '../ports/port-error.js';
import type { FolderEntry, ReadPort } from '../ports/read-port.js';
import { defaultFolderBudgets, type FolderBudgets } from './folder-budgets.js';
import { judgePlainListing } from './judge-plain-listing.js';
import { listingDigest } from './listing-digest.js';
import { rememberDigests } from './remember-digests.js';

/** A folder under `assets/` (or `assets` itself) as it was listed. */
export interface ScannedFolder {
  /** Path from the workspace root. */
  readonly path: WorkspacePath;
  /** Digest of its listing. */
  readonly listing: string;
  /** Names of its regular files that a portable path can hold, by code units; the packer's own left out. */
  readonly files: readonly string[];
}

/** What stands under `assets/`. */
export interface FolderScan {
  /** Whether there is a folder `assets` at all. */
  readonly found: boolean;
  /** Folders by path. */
  readonly folders: ReadonlyMap<WorkspacePath, ScannedFolder>;
  /** Paths that were not looked at or into: folders that could not be listed, symlinks, special files. */
  readonly unseen: ReadonlySet<WorkspacePath>;
  /** What must not be there, or could not be listed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One folder as it was listed, judged by itself. */
export interface JudgedFolder {
  /** The folder. */
  readonly folder: ScannedFolder;
  /** Folders in it that are to be listed. */
  readonly subfolders: readonly WorkspacePath[];
  /** What in it is not looked into. */
  readonly unseen: readonly WorkspacePath[];
  /** What must not be there. */
  readonly diagnostics: readonly Diagnostic[];
}

function judgeEntry(
  folder: WorkspacePath,
  { name, kind }: FolderEntry,
): { readonly path: WorkspacePath | null; readonly fault: Diagnostic | null } {
  const joined = joinPath(folder, name);
  if (joined.isErr()) {
    const text = `${folder}/${name}`;
    return { path: null, fault: diagnosePath(joined.error, { artifact: 'workspace', location: { kind: 'file', file: text }, text }) };
  }
  const path = joined.value;
  const finding = { artifact: 'workspace', location: { kind: 'file', file: path } } as const;
  if (kind === 'symlink') return { path, fault: diagnose('PATH_SYMLINK', { ...finding, data: { path } }) };
  if (kind === 'other')
    return { path, fault: diagnose('PATH_SPECIAL_FILE', { ...finding, data: { path, found: 'other', expected: 'file' } }) };
  return { path, fault: null };
}

function isControlFile({ name, kind }: FolderEntry): boolean {
  return name === nameOf(CONTROL_FOLDER) && (kind === 'file' || kind === 'other');
}

function noControlFolder(found: 'file' | 'other'): Diagnostic {
  const location = { kind: 'file', file: CONTROL_FOLDER } as const;
  return diagnose('PATH_SPECIAL_FILE', { artifact: 'workspace', location, data: { path: CONTROL_FOLDER, found, expected: 'folder' } });
}

const NOTHING: readonly [] = [];

/**
 * Judges a listing by itself.
 *
 * @param digestOf - SHA-256 of a text, for many folders: see {@link listingDigest}.
 */
export function judgeFolder(
  path: WorkspacePath,
  entries: readonly FolderEntry[],
  budgets: FolderBudgets,
  digestOf: (text: string) => string,
): JudgedFolder {
  const plain = entries.length > budgets.maxEntries ? null : judgePlainListing(path, entries);
  if (plain === null) return judgeEntries(path, entries, budgets, digestOf);
  const { files, subfolders, text } = plain;
  return { folder: { path, listing: digestOf(text), files }, subfolders, unseen: NOTHING, diagnostics: NOTHING };
}

/** The same, entry by entry. */
export function judgeEntries(
  path: WorkspacePath,
  entries: readonly FolderEntry[],
  { maxEntries }: FolderBudgets,
  digestOf: (text: string) => string,
): JudgedFolder {
  const diagnostics: Diagnostic[] = [];
  const subfolders: WorkspacePath[] = [];
  const unseen: WorkspacePath[] = [];
  const files: string[] = [];
  const finding = { artifact: 'workspace', location: { kind: 'file', file: path } } as const;
  if (entries.length > maxEntries) {
    diagnostics.push(diagnose('WORKSPACE_OVER_BUDGET', { ...finding, data: { unit: 'entries', limit: maxEntries } }));
  }
  const keys = new Set<string>();
  const visible: FolderEntry[] = [];
  for (const entry of entries) {
    const key = collisionKey(entry.name);
    keys.add(key);
    if (!isOwnedKey(key) || entry.kind === 'symlink') visible.push(entry);
  }
  for (const entry of visible.sort((a, b) => compareStrings(a.name, b.name))) {
    const judged = judgeEntry(path, entry);
    if (judged.fault !== null) {
      diagnostics.push(judged.fault);
      if (judged.path !== null) unseen.push(judged.path);
    } else if (judged.path !== null && entry.kind === 'folder') subfolders.push(judged.path);
    else files.push(entry.name);
  }
  const control = path === ASSETS_FOLDER ? entries.find(isControlFile) : undefined;
  if (control !== undefined) diagnostics.push(noControlFolder(control.kind === 'file' ? 'file' : 'other'));
  const collisions = keys.size < entries.length ? findCollisions(entries.map(({ name }) => name)) : [];
  for (const names of collisions) {
    diagnostics.push(diagnose('PATH_COLLISION', { ...finding, data: { folder: path, names }, subject: names[0] ?? '' }));
  }
  return { folder: { path, listing: listingDigest(entries, path, digestOf), files }, subfolders, unseen, diagnostics };
}

/**
 * Lists `assets/` and everything below it, level by level. Symlinks and special files are named, never followed or
 * opened; what is the packer's own is left out.
 *
 * @returns the scan, or the port's error where the listing as a whole could not run.
 */
export async function scanFolders(
  read: Pick<ReadPort, 'listFolders'>,
  signal?: AbortSignal,
  budgets: FolderBudgets = defaultFolderBudgets,
  compute: Pick<ComputePort, 'sha256' | 'digest'> = portableCompute,
): Promise<PortResult<FolderScan>> {
  const digestOf = rememberDigests(compute);
  const folders = new Map<WorkspacePath, ScannedFolder>();
  const unseen = new Set<WorkspacePath>();
  const diagnostics: Diagnostic[] = [];
  let found = true;
  let level: readonly WorkspacePath[] = [ASSETS_FOLDER];
  while (level.length > 0) {
    const paths = level;
    const listed = await gather<readonly FolderEntry[]>('list', paths, (visit) => read.listFolders(paths, visit, signal && { signal }));
    if (listed.isErr()) return err(listed.error);
    const next: WorkspacePath[] = [];
    for (const [index, answer] of listed.value.entries()) {
      const path = paths[index] ?? ASSETS_FOLDER;
      if (answer.isErr()) {
        if (path === ASSETS_FOLDER && answer.error.kind === 'not-found') found = false;
        else {
          diagnostics.push(diagnosePortError(answer.error, 'workspace'));
          unseen.add(path);
        }
        continue;
      }
      const judged = judgeFolder(path, answer.value, budgets, digestOf);
      folders.set(path, judged.folder);
      for (const diagnostic of judged.diagnostics) diagnostics.push(diagnostic);
      for (const subfolder of judged.subfolders) next.push(subfolder);
      for (const entry of judged.unseen) unseen.add(entry);
    }
    level = next.sort(compareStrings);
  }
  return ok({ found, folders, unseen, diagnostics });
}
