import type { WorkspacePath } from '../paths/workspace-path.js';
import type { MoveFolderEdit } from './plan.js';

/** Makes the edit that moves a folder to a free place. Paths from the workspace root. */
export function createFolderMove(from: WorkspacePath, to: WorkspacePath): MoveFolderEdit<WorkspacePath> {
  return { kind: 'move-folder', path: to, from };
}
