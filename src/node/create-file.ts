import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import type { WritePort } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import type { NodeHost } from './node-host.js';
import { createWriteHandle } from './write-handle.js';

/** How a file is created: only where nothing stands, not even a symlink that leads nowhere. */
export const CREATE_FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** `createFile` of the Node adapter. The file's mode is the host's default for new files. */
export function createCreateFile({ root }: NodeHost): WritePort['createFile'] {
  return (path) =>
    attempt('create', path, async () => {
      const parents = createFolderGuard(root, 'create')(path);
      if (parents.isErr()) return err(parents.error);
      return ok(createWriteHandle(path, await open(hostPath(root, path), CREATE_FLAGS)));
    });
}
