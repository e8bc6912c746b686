import { stagedName } from '../../paths/staged-names.js';
import { nameOf, type WorkspacePath } from '../../paths/workspace-path.js';

/**
 * Where the content for a target is staged: beside it, so that a rename never leaves the disk.
 *
 * @param token - the transaction's, 8 to 32 lower-case hexadecimal digits.
 */
export function stagedPath(target: WorkspacePath, token: string): WorkspacePath {
  const name = nameOf(target);
  return (target.slice(0, target.length - name.length) + stagedName(name, token)) as WorkspacePath; // a staged name is a portable one
}
