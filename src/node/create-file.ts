import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import { portFailure, type PortResult, type WorkspacePath, type WritePort } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { isSameFile, lookAtFile } from './look-at.js';
import type { NodeHost } from './node-host.js';
import { createWriteHandle } from './write-handle.js';

/** How a file is created: only where nothing stands, not even a symlink that leads nowhere. */
export const CREATE_FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Ok where the file that was made is the one that stands at the path, reached through no symlink. */
async function confirm(root: string, path: WorkspacePath, handle: FileHandle): Promise<PortResult<void>> {
  const made = await handle.stat();
  return createFolderGuard(
    root,
    'create',
  )(path)
    .andThen(() => lookAtFile(root, 'create', path))
    .andThen((seen) => (isSameFile(seen, made) ? ok() : portFailure('changed', 'create', path)));
}

/**
 * `createFile` of the Node adapter. The file's mode is the host's default for new files. Once made it has to be what stands at
 * the path: where a folder above became a symlink meanwhile, an empty file may be left where that leads, and nothing is written.
 */
export function createCreateFile({ root }: NodeHost): WritePort['createFile'] {
  return (path) =>
    attempt('create', path, async () => {
      const parents = createFolderGuard(root, 'create')(path);
      if (parents.isErr()) return err(parents.error);
      const handle = await open(hostPath(root, path), CREATE_FLAGS);
      const confirmed = await attempt('create', path, () => confirm(root, path, handle));
      if (confirmed.isErr()) await handle.close();
      return confirmed.map(() => createWriteHandle(path, handle));
    });
}
