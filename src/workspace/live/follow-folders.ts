import { err, ok } from 'neverthrow';
import { compareStrings } from '../../base/compare-strings.js';
import type { SortedMap } from '../../base/sorted-map.js';
import { ASSETS_FOLDER } from '../../paths/owned-paths.js';
import { parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { gather } from '../../ports/gather.js';
import type { PortResult } from '../../ports/port-error.js';
import type { FolderEntry, ReadPort } from '../../ports/read-port.js';
import type { FolderBudgets } from '../folder-budgets.js';
import { rememberDigests } from '../remember-digests.js';
import { judgeFolder } from '../scan-folders.js';
import { entriesBelow } from './entries-below.js';
import type { FollowedFolder } from './live-state.js';

/** How folders are listed again. */
export interface FollowOptions {
  /** Limits of folders. */
  readonly folders: FolderBudgets;
  /** Digests listings. */
  readonly compute: ComputePort;
  /** Stops between two levels. */
  readonly signal?: AbortSignal | undefined;
}

/** Folders as they were and as they are; undefined where there is none. */
export type FolderChanges = ReadonlyMap<WorkspacePath, FollowedFolder | undefined>;

const NOTHING = { folder: null, absent: false, subfolders: new Set() as ReadonlySet<WorkspacePath>, unseen: [], diagnostics: [] } as const;

function judge(
  path: WorkspacePath,
  answer: PortResult<readonly FolderEntry[]>,
  budgets: FolderBudgets,
  digestOf: (text: string) => string,
): FollowedFolder {
  return answer.match(
    (entries) => {
      const { folder, subfolders, unseen, diagnostics } = judgeFolder(path, entries, budgets, digestOf);
      return { folder, absent: false, subfolders: subfolders.length === 0 ? NOTHING.subfolders : new Set(subfolders), unseen, diagnostics };
    },
    (error) => {
      if (path === ASSETS_FOLDER && error.kind === 'not-found') return { ...NOTHING, absent: true };
      return { ...NOTHING, unseen: [path], diagnostics: [diagnosePortError(error, 'workspace')] };
    },
  );
}

/**
 * Lists folders again, and all that turns up in them; what is no longer there goes with all that stood below it. A folder
 * that can be listed where it could not be, or the other way, has the one above it listed too: it may be a symlink now.
 *
 * @param shallow - folders to be listed by themselves.
 * @param deep - folders to be listed with all that stands below.
 * @returns what was listed, and what is gone; or the port's error where a listing as a whole could not run.
 */
export async function followFolders(
  read: Pick<ReadPort, 'listFolders'>,
  folders: SortedMap<FollowedFolder>,
  { shallow, deep }: { readonly shallow: Iterable<WorkspacePath>; readonly deep: Iterable<WorkspacePath> },
  { folders: budgets, compute, signal }: FollowOptions,
): Promise<PortResult<FolderChanges>> {
  const digestOf = rememberDigests(compute);
  const changes = new Map<WorkspacePath, FollowedFolder | undefined>();
  const looked: WorkspacePath[] = [];
  let longest = 0;
  const nodeOf = (path: WorkspacePath): FollowedFolder | undefined => (changes.has(path) ? changes.get(path) : folders.get(path));
  const isAttached = (path: WorkspacePath): boolean =>
    path === ASSETS_FOLDER || nodeOf(parentOf(path) ?? ASSETS_FOLDER)?.subfolders.has(path) === true;
  const detach = (path: WorkspacePath): void => {
    for (const [below] of entriesBelow(folders, path)) changes.set(below as WorkspacePath, undefined);
    if (longest >= path.length) for (const seen of looked) if (seen === path || seen.startsWith(`${path}/`)) changes.set(seen, undefined);
  };
  let level = new Map<WorkspacePath, boolean>([
    ...[...shallow].map((path) => [path, false] as const),
    ...[...deep].map((path) => [path, true] as const),
  ]);
  while (level.size > 0) {
    const asked = level;
    const paths = [...asked.keys()].filter(isAttached).sort(compareStrings);
    const listed = await gather<readonly FolderEntry[]>('list', paths, (visit) => read.listFolders(paths, visit, signal && { signal }));
    if (listed.isErr()) return err(listed.error);
    const next = new Map<WorkspacePath, boolean>();
    for (const [index, answer] of listed.value.entries()) {
      const path = paths[index] ?? ASSETS_FOLDER;
      if (!isAttached(path)) continue; // a folder above, listed beside it, no longer holds it
      const before = nodeOf(path);
      const now = judge(path, answer, budgets, digestOf);
      changes.set(path, now);
      looked.push(path);
      longest = Math.max(longest, path.length);
      for (const gone of before?.subfolders ?? []) if (!now.subfolders.has(gone)) detach(gone);
      const isDeep = asked.get(path) === true;
      for (const below of now.subfolders) if (isDeep || before?.subfolders.has(below) !== true) next.set(below, true);
      const above = parentOf(path) ?? ASSETS_FOLDER;
      if (before !== undefined && (before.folder === null) !== (now.folder === null) && path !== ASSETS_FOLDER && !changes.has(above)) {
        next.set(above, next.get(above) ?? false);
      }
    }
    level = next;
  }
  return ok(changes);
}
