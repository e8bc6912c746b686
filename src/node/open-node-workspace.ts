import { lstatSync, realpathSync } from 'node:fs';
import { ok, type Result } from 'neverthrow';
import { portFailure, type PortError, type PackerHost } from 'prometeu-packer';
import { createCreateFile } from './create-file.js';
import { detectCaseSensitivity } from './detect-case-sensitivity.js';
import { createFindChanged } from './find-changed.js';
import { hostFailure } from './host-failure.js';
import { lateModule } from './late-module.js';
import { createListFolders } from './list-folders.js';
import { createMakeFolder } from './make-folder.js';
import { createNodeCompute } from './node-compute.js';
import type { NodeHost } from './node-host.js';
import { createOpenFile } from './open-file.js';
import { createPace } from './pace.js';
import { createReadFiles } from './read-files.js';
import { createRemove } from './remove.js';
import { createRename } from './rename.js';
import { createStatPaths } from './stat-paths.js';
import { CAN_SYNC_FOLDERS, createSyncFolder } from './sync-folder.js';
import { createBreakLock, createLock } from './lock.js';
import { createWitness } from './witness.js';

const crypto = lateModule('node:crypto');

/** A workspace on the host's disk: a whole host, with Node's own digests, and with random tokens and uuids. */
export type NodeWorkspace = Required<PackerHost>;

function findRoot(folder: string): Result<string, PortError> {
  try {
    const root = realpathSync.native(folder);
    return lstatSync(root).isDirectory() ? ok(root) : portFailure('not-a-folder', 'open', '');
  } catch (thrown) {
    return hostFailure(thrown, 'open', '');
  }
}

/**
 * Opens a workspace on disk. Nothing is read or written yet.
 *
 * The way to `folder` may lead through symlinks: it is resolved once, here, and kept. Below it every symlink is refused
 * with `symlink`. What cannot be guarded: Node has no `openat`, so a hostile process that swaps folders for symlinks
 * while the packer runs can lead single calls astray.
 *
 * @param folder - the workspace folder, absolute or from the current folder.
 * @returns the ports, or the error of the folder itself: `not-found`, `not-a-folder`, `denied`.
 *
 * @example
 * ```ts
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 *
 * const workspace = openNodeWorkspace('no-such-game');
 * if (workspace.isErr()) console.log(workspace.error.kind); // not-found
 * ```
 */
export function openNodeWorkspace(folder: string): Result<NodeWorkspace, PortError> {
  return findRoot(folder).map((root) => {
    const host: NodeHost = { root, pace: createPace(), witness: createWitness() };
    return {
      read: {
        caseSensitive: detectCaseSensitivity(root),
        readFiles: createReadFiles(host),
        statPaths: createStatPaths(host),
        listFolders: createListFolders(host),
        ...createFindChanged(host),
        openFile: createOpenFile(host),
      },
      write: {
        capabilities: { atomicReplace: true, durable: CAN_SYNC_FOLDERS },
        makeFolder: createMakeFolder(host),
        createFile: createCreateFile(host),
        rename: createRename(host),
        remove: createRemove(host),
        syncFolder: createSyncFolder(host),
        lock: createLock(host),
        breakLock: createBreakLock(host),
      },
      compute: createNodeCompute(),
      witness: host.witness,
      newToken: () => crypto().randomBytes(8).toString('hex'),
      identity: { newUuid: () => crypto().randomUUID() },
    };
  });
}
