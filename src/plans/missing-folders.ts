import { foldersAbove } from '../paths/folders-above.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { FolderPrecondition, MoveFolderEdit } from './plan.js';

/** What must not stand yet for folders to be moved: their new places, and the folders above them that are still to be made. */
export function missingFolders(
  moves: readonly MoveFolderEdit<WorkspacePath>[],
  listed: readonly FolderPrecondition[],
): readonly FolderPrecondition[] {
  const known = new Set(listed.map(({ path }) => path));
  const needed = new Set(moves.flatMap(({ path }) => [...foldersAbove(path).slice(1), path]));
  return [...needed].filter((path) => !known.has(path)).map((path) => ({ path, listing: null }));
}
