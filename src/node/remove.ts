import { rmdir, unlink } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import { portFailure, WORKSPACE_ROOT, type WritePort } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { entryKind } from './entry-stat.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { lookAt } from './look-at.js';
import type { NodeHost } from './node-host.js';

/** `remove` of the Node adapter. */
export function createRemove({ root }: NodeHost): WritePort['remove'] {
  return (path) =>
    attempt('remove', path, async () => {
      if (path === WORKSPACE_ROOT) return portFailure('unsupported', 'remove', path);
      const seen = createFolderGuard(root, 'remove')(path).andThen(() => lookAt(root, 'remove', path));
      if (seen.isErr()) return err(seen.error);
      const kind = entryKind(seen.value);
      if (kind === 'other') return portFailure('not-a-file', 'remove', path);
      return ok(await (kind === 'folder' ? rmdir : unlink)(hostPath(root, path)));
    });
}
