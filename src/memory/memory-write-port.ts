import { ok } from 'neverthrow';
import {
  portFailure,
  WORKSPACE_ROOT,
  type LockWitness,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
  type WriteCapabilities,
  type WritePort,
} from 'prometeu-packer';
import { dropEntry, putEntry } from './put-entry.js';
import { findFolder, findPlace, type Place } from './find-place.js';
import type { MemoryDisk } from './memory-disk.js';
import { breakMemoryLock, takeMemoryLock } from './memory-lock.js';
import { createFileNode, createFolderNode, type MemoryNode } from './memory-node.js';
import { createMemoryWriteHandle } from './memory-write-handle.js';

/** A place that is free. */
function findFree(disk: MemoryDisk, operation: PortOperation, path: WorkspacePath): PortResult<Place> {
  return findPlace(disk, operation, path).andThen((place) =>
    place.node === undefined ? ok(place) : portFailure('exists', operation, path),
  );
}

function findSource(disk: MemoryDisk, from: WorkspacePath): PortResult<{ readonly place: Place; readonly node: MemoryNode }> {
  if (from === WORKSPACE_ROOT) return portFailure('unsupported', 'rename', from);
  return findPlace(disk, 'rename', from).andThen((place) => {
    const { node } = place;
    if (node === undefined) return portFailure('not-found', 'rename', from);
    if (node.kind === 'symlink') return portFailure('symlink', 'rename', from);
    return node.kind === 'other' ? portFailure('not-a-file', 'rename', from) : ok({ place, node });
  });
}

function checkTarget({ above, node: target }: Place, source: MemoryNode, to: WorkspacePath): PortResult<void> {
  if (source.kind === 'folder' && above.includes(source)) return portFailure('unsupported', 'rename', to);
  if (target === undefined || target === source) return ok();
  if (target.kind === 'symlink') return portFailure('symlink', 'rename', to);
  if (source.kind === 'folder') return portFailure('exists', 'rename', to);
  return target.kind === 'file' ? ok() : portFailure('not-a-file', 'rename', to);
}

function rename(disk: MemoryDisk, from: WorkspacePath, to: WorkspacePath): PortResult<void> {
  return findSource(disk, from).andThen(({ place, node }) =>
    findPlace(disk, 'rename', to).andThen((target) =>
      checkTarget(target, node, to).map(() => {
        dropEntry(disk, place);
        putEntry(disk, target, node);
      }),
    ),
  );
}

function remove(disk: MemoryDisk, path: WorkspacePath): PortResult<void> {
  if (path === WORKSPACE_ROOT) return portFailure('unsupported', 'remove', path);
  return findPlace(disk, 'remove', path).andThen((place) => {
    const { node } = place;
    if (node === undefined) return portFailure('not-found', 'remove', path);
    if (node.kind === 'other') return portFailure('not-a-file', 'remove', path);
    if (node.kind === 'folder' && node.entries.size > 0) return portFailure('folder-not-empty', 'remove', path);
    return ok(dropEntry(disk, place));
  });
}

/** The write port of a workspace in memory, for the process that `witness` speaks for. */
export function createMemoryWritePort(disk: MemoryDisk, capabilities: WriteCapabilities, witness: LockWitness): WritePort {
  const { gate, clock } = disk;
  return {
    capabilities,
    makeFolder: async (path) =>
      gate('make-folder', path, () => findFree(disk, 'make-folder', path).map((place) => putEntry(disk, place, createFolderNode(clock())))),
    createFile: async (path) =>
      gate('create', path, () =>
        findFree(disk, 'create', path).map((place) => {
          const file = createFileNode(new Uint8Array(), clock());
          putEntry(disk, place, file);
          return createMemoryWriteHandle(disk, path, file);
        }),
      ),
    rename: async (from, to) => gate('rename', from, () => rename(disk, from, to)),
    remove: async (path) => gate('remove', path, () => remove(disk, path)),
    syncFolder: async (path) => gate('sync-folder', path, () => findFolder(disk, 'sync-folder', path).map(() => undefined)),
    lock: async (path) => gate('lock', path, () => takeMemoryLock(disk, witness, path)),
    breakLock: async (path, token) => gate('unlock', path, () => breakMemoryLock(disk, path, token)),
  };
}
