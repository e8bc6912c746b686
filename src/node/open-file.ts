import type { Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import { isPosition, portFailure, type ReadHandle, type ReadPort, type WorkspacePath } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { entryStat } from './entry-stat.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { isSameFile, lookAtFile } from './look-at.js';
import type { NodeHost } from './node-host.js';
import { READ_FLAGS } from './read-flags.js';

function readHandle(path: WorkspacePath, handle: FileHandle, stat: Stats): ReadHandle {
  return {
    stat: entryStat(stat),
    read: (into, position) =>
      attempt('read', path, async () => {
        if (!isPosition(position)) return portFailure('unsupported', 'read', path);
        return ok((await handle.read(into, 0, into.length, position)).bytesRead);
      }),
    close: () => attempt('close', path, async () => ok(await handle.close())),
  };
}

/**
 * `openFile` of the Node adapter. It looks at the path before and after it opens the file, which must be the one seen
 * both times, so that a symlink put in place of a folder meanwhile is found.
 */
export function createOpenFile({ root }: NodeHost): ReadPort['openFile'] {
  return (path) => {
    const look = () => createFolderGuard(root, 'open')(path).andThen(() => lookAtFile(root, 'open', path));
    return attempt('open', path, async () => {
      const before = look();
      if (before.isErr()) return err(before.error);
      const handle = await open(hostPath(root, path), READ_FLAGS);
      const confirmed = await attempt('open', path, async () => {
        const stat = await handle.stat();
        const isSame = (seen: Stats) => isSameFile(seen, stat);
        return look().andThen((after) => (isSame(before.value) && isSame(after) ? ok(stat) : portFailure('changed', 'open', path)));
      });
      if (confirmed.isErr()) await handle.close();
      return confirmed.map((stat) => readHandle(path, handle, stat));
    });
  };
}
