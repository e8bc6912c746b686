import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import type { WritePort } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { lookAtFolder } from './look-at.js';
import type { NodeHost } from './node-host.js';

/** Whether the host can bring the names in a folder to stable storage. Windows cannot. */
export const CAN_SYNC_FOLDERS = process.platform !== 'win32';

const FOLDER_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_DIRECTORY ?? 0);

/** `syncFolder` of the Node adapter; where the host cannot, it does nothing, and `durable` is false. */
export function createSyncFolder({ root }: NodeHost): WritePort['syncFolder'] {
  return (path) =>
    attempt('sync-folder', path, async () => {
      const seen = createFolderGuard(root, 'sync-folder')(path).andThen(() => lookAtFolder(root, 'sync-folder', path));
      if (seen.isErr()) return err(seen.error);
      if (!CAN_SYNC_FOLDERS) return ok();
      const handle = await open(hostPath(root, path), FOLDER_FLAGS);
      try {
        return ok(await handle.sync());
      } finally {
        await handle.close();
      }
    });
}
