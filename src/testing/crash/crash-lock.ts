import { ok } from 'neverthrow';
import {
  formatLockOwner,
  isProvenDead,
  parseLockOwner,
  portFailure,
  type Lock,
  type LockHeld,
  type LockOwner,
  type LockWitness,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
} from 'prometeu-packer';
import { createCrashFile, type CrashFolder } from './crash-node.js';
import { findCrashPlace, type CrashPlace } from './crash-place.js';
import type { CrashStorage } from './crash-storage.js';

/** Who asks for a lock, and which. */
export interface CrashLockRequest {
  /** The process, and what it can tell of others. */
  readonly witness: LockWitness;
  /** A token never given before. */
  readonly newToken: () => string;
  /** The lock file. */
  readonly path: WorkspacePath;
}

/** The lock with a token. */
function findLock(root: CrashFolder, operation: PortOperation, path: WorkspacePath, token: string): PortResult<CrashPlace> {
  return findCrashPlace(root, operation, path).andThen((place) => {
    const found = place.node?.kind === 'file' ? parseLockOwner(place.node.bytes) : null;
    return found?.token === token ? ok(place) : portFailure('lost', operation, path);
  });
}

function lockOf({ root, gate, log }: CrashStorage, path: WorkspacePath, owner: LockOwner): Lock {
  const findOurs = (operation: PortOperation): PortResult<CrashPlace> => findLock(root, operation, path, owner.token);
  return {
    owner,
    check: () => gate.pass(() => findOurs('check').map(() => undefined)),
    release: () => gate.pass(() => findOurs('unlock').map(({ folder, name }) => log.change({ folder, name, node: null }))),
  };
}

/**
 * Takes a lock as the Node adapter does: the file appears under its name whole and flushed, or not at all; the name
 * itself is flushed by nobody, and so may be lost, or come back after the lock was given back.
 */
export function takeCrashLock(storage: CrashStorage, { witness, newToken, path }: CrashLockRequest): PortResult<Lock | LockHeld> {
  const { root, log, clock } = storage;
  return findCrashPlace(root, 'lock', path).andThen(({ folder, name, node }): PortResult<Lock | LockHeld> => {
    if (node?.kind === 'folder') return portFailure('not-a-file', 'lock', path);
    const holder = node === undefined ? undefined : parseLockOwner(node.bytes);
    if (holder === null || (holder !== undefined && !isProvenDead(holder, witness))) return ok({ held: true, owner: holder });
    const owner: LockOwner = { token: newToken(), ...witness.self };
    log.change({ folder, name, node: createCrashFile(formatLockOwner(owner), clock()) });
    return ok(lockOf(storage, path, owner));
  });
}

/** Takes away the lock with a token, whoever asks. */
export function breakCrashLock({ root, log }: CrashStorage, path: WorkspacePath, token: string): PortResult<void> {
  return findCrashPlace(root, 'unlock', path).andThen(({ node }) =>
    node === undefined
      ? portFailure('not-found', 'unlock', path)
      : findLock(root, 'unlock', path, token).map(({ folder, name }) => log.change({ folder, name, node: null })),
  );
}
