import { err, ok } from 'neverthrow';
import { parentOf, WORKSPACE_ROOT, type PortOperation, type PortResult, type WorkspacePath } from 'prometeu-packer';
import { lookAtFolder } from './look-at.js';

/** Ok where every folder above a path, below the root, is a folder and no symlink; else what is wrong with the topmost. */
export type FolderGuard = (path: WorkspacePath) => PortResult<void>;

/**
 * Makes a guard that remembers each folder it has looked at, so that a batch costs one lstat for each folder. Make a
 * new one whenever other code may have run: what it remembers is only as good as the moment.
 *
 * Node has no `openat`, and O_NOFOLLOW guards the last name only. A hostile process that puts a symlink in place of a
 * folder between this look and the call that follows is not stopped: `readFiles` finds it only where the file seen is
 * not the file opened, `openFile` looks a second time, the others do not.
 */
export function createFolderGuard(root: string, operation: PortOperation): FolderGuard {
  const seen = new Map<WorkspacePath, PortResult<void>>();
  const fine: PortResult<void> = ok();
  const look = (folder: WorkspacePath): PortResult<void> => {
    const above = guard(folder);
    if (above.isErr()) return above;
    const answer = lookAtFolder(root, operation, folder);
    return answer.isErr() ? err(answer.error) : fine;
  };
  const inspect = (folder: WorkspacePath): PortResult<void> => {
    const known = seen.get(folder);
    if (known !== undefined) return known;
    const answer = look(folder);
    seen.set(folder, answer);
    return answer;
  };
  const guard: FolderGuard = (path) => {
    const parent = parentOf(path);
    return parent === null || parent === WORKSPACE_ROOT ? fine : inspect(parent);
  };
  return guard;
}
