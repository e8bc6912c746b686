import { parentOf, type WorkspacePath } from './workspace-path.js';

/** The folders that a path stands in, the root first. None for the root. */
export function foldersAbove(path: WorkspacePath): readonly WorkspacePath[] {
  const above: WorkspacePath[] = [];
  for (let folder = parentOf(path); folder !== null; folder = parentOf(folder)) above.push(folder);
  return above.reverse();
}
