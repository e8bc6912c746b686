import { DECLARATION_NAME } from '../../paths/declaration-name.js';
import { foldersAbove } from '../../paths/folders-above.js';
import { ASSETS_FOLDER, CONTROL_FOLDER, REGISTRY_PATH } from '../../paths/owned-paths.js';
import { isInside, nameOf, parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../../paths/workspace-path.js';
import { rootOf } from '../input-tree.js';
import { isListed } from '../is-listed.js';
import type { LiveState } from './live-state.js';

/** What is to be looked at where some paths may have changed. */
export interface SortedPaths {
  /** Whether the registry is. */
  readonly registry: boolean;
  /** Roots whose declaration is there already. */
  readonly declarations: ReadonlySet<string>;
  /** Other files that are there already. */
  readonly files: ReadonlySet<WorkspacePath>;
  /** Folders to be listed by themselves. */
  readonly shallow: ReadonlySet<WorkspacePath>;
  /** Folders to be listed with all that stands below. */
  readonly deep: ReadonlySet<WorkspacePath>;
}

/**
 * Says what is to be looked at: a file that is known, by itself; a folder that is known, with all that stands below; what is not
 * known, by listing the nearest folder above that is. What stands in the control folder is left out, but for the registry.
 */
export function sortNamedPaths(paths: Iterable<string>, { folders }: Pick<LiveState, 'folders'>): SortedPaths {
  let registry = false;
  const declarations = new Set<string>();
  const files = new Set<WorkspacePath>();
  const shallow = new Set<WorkspacePath>();
  const deep = new Set<WorkspacePath>();
  const assets = folders.get(ASSETS_FOLDER);
  const isSound = (assets?.folder ?? null) !== null && assets?.diagnostics.length === 0;
  const sort = (path: WorkspacePath): void => {
    if (path === WORKSPACE_ROOT || path === ASSETS_FOLDER) deep.add(ASSETS_FOLDER);
    if (path === REGISTRY_PATH || path === WORKSPACE_ROOT || isInside(REGISTRY_PATH, path)) registry = true;
    if (!isInside(path, ASSETS_FOLDER)) return;
    if (!isSound) registry = true; // it may not have been asked for in a folder
    if (isInside(path, CONTROL_FOLDER)) {
      if (!isSound || path === CONTROL_FOLDER || path === REGISTRY_PATH) shallow.add(ASSETS_FOLDER);
      return;
    }
    if (folders.has(path)) return void deep.add(path);
    const above = parentOf(path) ?? ASSETS_FOLDER;
    const name = nameOf(path);
    if (isListed(folders.get(above)?.folder?.files ?? [], name)) {
      const root = name === DECLARATION_NAME ? rootOf(above) : null;
      return void (root === null ? files.add(path) : declarations.add(root));
    }
    const known = foldersAbove(path).filter((folder) => folders.has(folder));
    shallow.add(known.at(-1) ?? ASSETS_FOLDER);
    shallow.add(known.findLast((folder) => folders.get(folder)?.folder !== null) ?? ASSETS_FOLDER); // it may be no folder any more
  };
  for (const path of paths) sort((path.endsWith('/') ? path.slice(0, -1) : path) as WorkspacePath);
  return { registry, declarations, files, shallow, deep };
}
