import { link, open, rename, rm, unlink } from 'node:fs/promises';
import { err, ok } from 'neverthrow';
import {
  formatLockOwner,
  joinPath,
  MAX_LOCK_BYTES,
  nameOf,
  parentOf,
  parseLockOwner,
  portFailure,
  stagedName,
  WORKSPACE_ROOT,
  type LockOwner,
  type PortErrorKind,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
} from 'prometeu-packer';
import { attempt } from './attempt.js';
import { CREATE_FLAGS } from './create-file.js';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import type { NodeHost } from './node-host.js';
import { createReadFiles } from './read-files.js';

const NO_HARD_LINKS: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EMLINK']);

const UNREADABLE: ReadonlySet<PortErrorKind> = new Set<PortErrorKind>(['too-large', 'changed']);

/** A path beside a lock file that belongs to one token. */
export function besideLock(path: WorkspacePath, token: string): PortResult<WorkspacePath> {
  return joinPath(parentOf(path) ?? WORKSPACE_ROOT, stagedName(nameOf(path), token)).orElse(() =>
    portFailure('name-too-long', 'lock', path),
  );
}

/** Who holds the lock; null where the file does not say; `not-found` where there is no lock. */
export async function readLockFile(host: NodeHost, operation: PortOperation, path: WorkspacePath): Promise<PortResult<LockOwner | null>> {
  let found: PortResult<LockOwner | null> = ok(null);
  const done = await createReadFiles(host)([{ path, maxBytes: MAX_LOCK_BYTES }], (_, file) => {
    found = file.map(({ bytes }) => parseLockOwner(bytes));
  });
  return done
    .andThen(() => found)
    .orElse(({ kind, path: at, detail }) => (UNREADABLE.has(kind) ? ok(null) : portFailure(kind, operation, at, detail)));
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, CREATE_FLAGS);
  let isWhole = false;
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    isWhole = true;
  } finally {
    await handle.close();
    if (!isWhole) await rm(file, { force: true });
  }
}

/** Writes the owner into a file of its own, whole and flushed, and lets `place` make it the lock file. */
function withStagedOwner(
  { root }: NodeHost,
  path: WorkspacePath,
  owner: LockOwner,
  place: (staged: string, target: string) => Promise<PortResult<void>>,
): Promise<PortResult<void>> {
  return attempt('lock', path, async () => {
    const beside = createFolderGuard(root, 'lock')(path).andThen(() => besideLock(path, owner.token));
    if (beside.isErr()) return err(beside.error);
    const staged = hostPath(root, beside.value);
    await writeWhole(staged, formatLockOwner(owner));
    const placed = await place(staged, hostPath(root, path));
    await rm(staged, { force: true });
    return placed;
  });
}

/**
 * Creates the lock file; `exists` where there is one. A hard link puts it there whole, so that a crash leaves no lock
 * without an owner. Where the disk has none, the file is created empty and filled: a crash in that moment leaves a lock
 * that only a person can remove.
 */
export function createLockFile(host: NodeHost, path: WorkspacePath, owner: LockOwner): Promise<PortResult<void>> {
  return withStagedOwner(host, path, owner, async (staged, target) => {
    const linked = await attempt('lock', path, async () => ok(await link(staged, target)));
    if (linked.isOk() || !NO_HARD_LINKS.has(linked.error.detail)) return linked;
    return attempt('lock', path, async () => ok(await writeWhole(target, formatLockOwner(owner))));
  });
}

/** Puts a lock file in place of the one that stands there, in one step. */
export function replaceLockFile(host: NodeHost, path: WorkspacePath, owner: LockOwner): Promise<PortResult<void>> {
  return withStagedOwner(host, path, owner, (staged, target) => attempt('lock', path, async () => ok(await rename(staged, target))));
}

/** Removes the lock file. */
export function removeLockFile({ root }: NodeHost, path: WorkspacePath): Promise<PortResult<void>> {
  return attempt('unlock', path, async () => ok(await unlink(hostPath(root, path))));
}
