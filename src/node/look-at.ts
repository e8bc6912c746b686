import { lstatSync, type Stats } from 'node:fs';
import { ok } from 'neverthrow';
import { portFailure, type PortOperation, type PortResult, type WorkspacePath } from 'prometeu-packer';
import { hostFailure } from './host-failure.js';
import { hostPath } from './host-path.js';

const NO_THROW = { throwIfNoEntry: false } as const;

/** What stands at a path, itself and not what a symlink leads to. */
export function lookAt(root: string, operation: PortOperation, path: WorkspacePath): PortResult<Stats> {
  try {
    const stat = lstatSync(hostPath(root, path), NO_THROW);
    return stat === undefined ? portFailure('not-found', operation, path, 'ENOENT') : ok(stat);
  } catch (thrown) {
    return hostFailure(thrown, operation, path);
  }
}

/** Ok only where a regular file stands. */
export function lookAtFile(root: string, operation: PortOperation, path: WorkspacePath): PortResult<Stats> {
  const seen = lookAt(root, operation, path);
  if (seen.isErr() || seen.value.isFile()) return seen;
  return portFailure(seen.value.isSymbolicLink() ? 'symlink' : 'not-a-file', operation, path);
}

/** Ok only where a folder stands. */
export function lookAtFolder(root: string, operation: PortOperation, path: WorkspacePath): PortResult<Stats> {
  const seen = lookAt(root, operation, path);
  if (seen.isErr() || seen.value.isDirectory()) return seen;
  return portFailure(seen.value.isSymbolicLink() ? 'symlink' : 'not-a-folder', operation, path);
}

/**
 * Whether two stats are of one file. The device is left out on Windows, where some releases of Node give another one
 * for a path than for an open file (libuv pull request 4698).
 */
export function isSameFile(a: Stats, b: Stats): boolean {
  return a.ino === b.ino && (a.dev === b.dev || process.platform === 'win32');
}

/** Whether a file stayed as it was, as far as its stat tells. */
export function isUnchanged(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs && before.ctimeMs === after.ctimeMs;
}
