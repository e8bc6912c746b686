import { err, ok } from 'neverthrow';
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
import { dropEntry, putEntry } from './put-entry.js';
import { findPlace, type Place } from './find-place.js';
import type { MemoryDisk } from './memory-disk.js';
import { bytesOf, createFileNode, type MemoryNode } from './memory-node.js';

/** Who holds the lock whose file this is; null where it does not say. */
function ownerOf(node: MemoryNode, operation: PortOperation, path: WorkspacePath): PortResult<LockOwner | null> {
  if (node.kind === 'file') return ok(parseLockOwner(bytesOf(node)));
  return portFailure(node.kind === 'symlink' ? 'symlink' : 'not-a-file', operation, path);
}

function lockOf(disk: MemoryDisk, path: WorkspacePath, owner: LockOwner): Lock {
  const findOurs = (operation: PortOperation): PortResult<Place> =>
    findPlace(disk, operation, path).andThen((place) => {
      const found = place.node?.kind === 'file' ? parseLockOwner(bytesOf(place.node)) : null;
      return found?.token === owner.token ? ok(place) : portFailure('lost', operation, path);
    });
  return {
    owner,
    check: async () => disk.gate('check', path, () => findOurs('check').map(() => undefined)),
    release: async () => disk.gate('unlock', path, () => findOurs('unlock').map((place) => dropEntry(disk, place))),
  };
}

/** Takes the lock at a path for the process that `witness` speaks for, or tells who holds it. */
export function takeMemoryLock(disk: MemoryDisk, witness: LockWitness, path: WorkspacePath): PortResult<Lock | LockHeld> {
  return findPlace(disk, 'lock', path).andThen((place): PortResult<Lock | LockHeld> => {
    if (place.node !== undefined) {
      const found = ownerOf(place.node, 'lock', path);
      if (found.isErr()) return err(found.error);
      if (found.value === null || !isProvenDead(found.value, witness)) return ok({ held: true, owner: found.value });
    }
    const owner: LockOwner = { token: disk.newToken(), ...witness.self };
    putEntry(disk, place, createFileNode(formatLockOwner(owner), disk.clock()));
    return ok(lockOf(disk, path, owner));
  });
}

/** Takes away the lock with a token, whoever asks. */
export function breakMemoryLock(disk: MemoryDisk, path: WorkspacePath, token: string): PortResult<void> {
  return findPlace(disk, 'unlock', path).andThen((place) => {
    if (place.node === undefined) return portFailure('not-found', 'unlock', path);
    return ownerOf(place.node, 'unlock', path).andThen((owner) =>
      owner?.token === token ? ok(dropEntry(disk, place)) : portFailure('lost', 'unlock', path),
    );
  });
}
