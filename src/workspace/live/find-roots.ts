import { DECLARATION_NAME } from '../../paths/declaration-name.js';
import { ASSETS_FOLDER } from '../../paths/owned-paths.js';
import { nameOf, parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { rootOf } from '../input-tree.js';
import { entriesBelow } from './entries-below.js';
import type { FolderChanges } from './follow-folders.js';
import { rootsAbove } from './live-difference.js';
import type { LiveState } from './live-state.js';
import type { RegistryIndex } from './registry-index.js';
import type { SortedPaths } from './sort-named-paths.js';

/** What was not looked into, once folders were listed again: the very same set where nothing has changed. */
export function followUnseen(
  { folders, unseen }: Pick<LiveState, 'folders' | 'unseen'>,
  changes: FolderChanges,
): ReadonlySet<WorkspacePath> {
  const gone = [...changes.keys()].flatMap((path) => folders.get(path)?.unseen ?? []);
  const come = new Set([...changes.values()].flatMap((folder) => folder?.unseen ?? []));
  if (gone.length === come.size && gone.every((path) => come.has(path))) return unseen;
  const now = new Set(unseen);
  for (const path of gone) now.delete(path);
  for (const path of come) now.add(path);
  return now;
}

/** Roots of records whose declaration may stand where somebody could look and no longer can, or the other way. */
export function findUnseenRoots(
  before: ReadonlySet<WorkspacePath>,
  now: ReadonlySet<WorkspacePath>,
  { byRoot }: RegistryIndex,
): readonly string[] {
  if (before === now) return [];
  const others = [...before, ...now].filter((path) => before.has(path) !== now.has(path));
  return others.flatMap((path) => {
    if (path === ASSETS_FOLDER) return [...byRoot.entries()].map(([root]) => root);
    const root = rootOf(path);
    const below = root === null ? [] : [...entriesBelow(byRoot, root)].map(([recorded]) => recorded);
    const own = nameOf(path) === DECLARATION_NAME ? rootOf(parentOf(path) ?? ASSETS_FOLDER) : null;
    return own === null ? below : [...below, own];
  });
}

/** Roots whose inputs may stand otherwise: those above a folder that holds other files than before, and its own. */
export function findReplacedRoots({ folders }: Pick<LiveState, 'folders'>, changes: FolderChanges): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const [path, now] of changes) {
    if (folders.get(path)?.folder?.listing === now?.folder?.listing) continue;
    for (const root of [rootOf(path), ...rootsAbove(path)]) if (root !== null) roots.add(root);
  }
  return roots;
}

/** Roots with sources among the files and folders that may have changed. */
export function findResourcedRoots(judged: LiveState['judged'], { files, deep }: SortedPaths): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const file of files) for (const root of rootsAbove(file)) roots.add(root);
  for (const folder of deep) {
    const root = rootOf(folder);
    for (const above of rootsAbove(folder)) roots.add(above);
    for (const [below] of root === null ? judged.entries() : entriesBelow(judged, root)) roots.add(below);
  }
  return roots;
}
