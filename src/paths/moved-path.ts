import { rebasePath } from './rebase-path.js';

/** A folder that goes to another place. */
interface Move<Path extends string> {
  readonly from: Path;
  readonly to: Path;
}

/** Where a path leads once folders have moved; where several hold it, by the first. */
export function movedPath<Path extends string>(path: Path, moves: Iterable<Move<Path>>): Path {
  for (const { from, to } of moves) {
    const moved = rebasePath(path, from, to);
    if (moved !== null) return moved;
  }
  return path;
}
