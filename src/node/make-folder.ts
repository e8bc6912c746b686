import { mkdir } from 'node:fs/promises';
import { ok } from 'neverthrow';
import type { WritePort } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import type { NodeHost } from './node-host.js';

/** `makeFolder` of the Node adapter. */
export function createMakeFolder({ root }: NodeHost): WritePort['makeFolder'] {
  return (path) =>
    attempt('make-folder', path, async () => {
      const parents = createFolderGuard(root, 'make-folder')(path);
      return parents.isErr() ? parents : ok(await mkdir(hostPath(root, path)));
    });
}
