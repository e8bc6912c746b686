import { pathCollisionKey } from '../../paths/collision-key.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';

/** A folder that is moved, with all that is in it. Paths from the workspace root. */
export interface FolderMove {
  /** Where it stands before. */
  readonly from: WorkspacePath;
  /** Where it stands afterwards. */
  readonly target: WorkspacePath;
}

/** Which of the changes of one plan is in the way of another. */
export interface Overlap {
  /** Whether it is a move or a file that changes. */
  readonly of: 'move' | 'file';
  /** Its place among the moves, or among the files. */
  readonly index: number;
}

const SEPARATOR = '\u0000';

/**
 * Looks for changes whose order would matter: a folder moved into itself or to where it stands, two moves of which one
 * touches what the other moves or where it goes, a file that changes where a folder leaves or arrives. Names that some
 * disk takes for one count as one; only a move may change the spelling of its own folder.
 *
 * @returns the first, or null where all changes are apart from each other.
 */
export function findOverlap(moves: readonly FolderMove[], files: readonly WorkspacePath[]): Overlap | null {
  const ends = new Set<string>();
  const isBelowEnd = (path: WorkspacePath): boolean => {
    let key = pathCollisionKey(path);
    for (let cut = key.lastIndexOf(SEPARATOR); cut > 0; cut = key.lastIndexOf(SEPARATOR)) {
      key = key.slice(0, cut);
      if (ends.has(key)) return true;
    }
    return false;
  };
  for (const [index, { from, target }] of moves.entries()) {
    if (from === target) return { of: 'move', index };
    for (const key of new Set([from, target].map(pathCollisionKey))) {
      if (ends.has(key)) return { of: 'move', index };
      ends.add(key);
    }
  }
  const moved = moves.findIndex(({ from, target }) => isBelowEnd(from) || isBelowEnd(target));
  if (moved >= 0) return { of: 'move', index: moved };
  const changed = files.findIndex((file) => ends.has(pathCollisionKey(file)) || isBelowEnd(file));
  return changed >= 0 ? { of: 'file', index: changed } : null;
}
