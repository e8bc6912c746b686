import { findOwnedSegment } from '../../paths/owned-names.js';
import { ASSETS_FOLDER } from '../../paths/owned-paths.js';
import { isInside, type WorkspacePath } from '../../paths/workspace-path.js';

/** Whether plans may move a folder from here, or to here: below `assets/`, and nothing of the packer's own. */
export function isMovableFolder(path: WorkspacePath): boolean {
  return isInside(path, ASSETS_FOLDER) && findOwnedSegment(path) === null;
}
