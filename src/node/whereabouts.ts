import { closeSync, constants, openSync, readlinkSync } from 'node:fs';
import type { WorkspacePath } from 'prometeu-packer';
import { hostPath } from './host-path.js';

/** Says where a file that is open really stands. */
export interface Whereabouts {
  /** Whether the host tells that at all. */
  readonly areTold: () => boolean;
  /** Whether an open file stands at a path of the workspace, so that no symlink was followed to it. */
  readonly isAt: (descriptor: number, path: WorkspacePath) => boolean;
}

/** Linux says of each open file by what path it is reached, symlinks resolved. */
const OPEN_FILES = '/proc/self/fd/';

/** Whether the host says of the root what it was opened by: not where there is no `/proc`, or it shows another view of the disk. */
function canTell(root: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const descriptor = openSync(root, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      return readlinkSync(`${OPEN_FILES}${descriptor}`) === root;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/**
 * Asks the host where open files stand. Unlike a look at the folders above a path, which somebody may swap before the call that
 * follows, this is about the very file that is open: it proves what `openat` would, which Node does not have.
 */
export function createWhereabouts(root: string): Whereabouts {
  let told: boolean | null = null;
  return {
    areTold: () => (told ??= canTell(root)),
    isAt: (descriptor, path) => readlinkSync(`${OPEN_FILES}${descriptor}`) === hostPath(root, path),
  };
}
