import type { Stats } from 'node:fs';
import { rename } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import { isInside, portFailure, WORKSPACE_ROOT, type PortResult, type WorkspacePath, type WritePort } from 'prometeu-packer';
import { attempt } from './attempt.js';
import { entryKind } from './entry-stat.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { isSameFile, lookAt } from './look-at.js';
import type { NodeHost } from './node-host.js';
import { retryWhileBusy } from './retry-while-busy.js';

const RETRIES = process.platform === 'win32' ? 6 : 0;

function checkSource(source: Stats, from: WorkspacePath): PortResult<Stats> {
  const kind = entryKind(source);
  if (kind === 'symlink') return portFailure('symlink', 'rename', from);
  return kind === 'other' ? portFailure('not-a-file', 'rename', from) : ok(source);
}

function checkTarget(target: Stats, source: Stats, to: WorkspacePath): PortResult<void> {
  if (isSameFile(target, source)) return ok(); // a name that only changes its case, where the host does not tell case
  const kind = entryKind(target);
  if (kind === 'symlink') return portFailure('symlink', 'rename', to);
  if (source.isDirectory()) return portFailure('exists', 'rename', to);
  return kind === 'file' ? ok() : portFailure('not-a-file', 'rename', to);
}

/** Looks at both sides first: the host's own rename would replace an empty folder, a symlink or a pipe. */
function checkRename(root: string, from: WorkspacePath, to: WorkspacePath): PortResult<void> {
  if (from === WORKSPACE_ROOT) return portFailure('unsupported', 'rename', from);
  const guard = createFolderGuard(root, 'rename');
  const source = guard(from)
    .andThen(() => lookAt(root, 'rename', from))
    .andThen((stat) => checkSource(stat, from));
  if (source.isErr()) return err(source.error);
  const parents = guard(to);
  if (parents.isErr()) return parents;
  if (isInside(to, from)) return portFailure('unsupported', 'rename', to);
  const target = lookAt(root, 'rename', to);
  if (target.isOk()) return checkTarget(target.value, source.value, to);
  return target.error.kind === 'not-found' ? ok() : err(target.error);
}

/** `rename` of the Node adapter. What another process puts at `to` between the look and the call may still be replaced. */
export function createRename({ root }: NodeHost): WritePort['rename'] {
  return async (from, to) => {
    const checked = checkRename(root, from, to);
    if (checked.isErr()) return checked;
    return retryWhileBusy(RETRIES, () => attempt('rename', to, async () => ok(await rename(hostPath(root, from), hostPath(root, to)))));
  };
}
