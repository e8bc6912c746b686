import { ok } from 'neverthrow';
import {
  isPosition,
  portFailure,
  WORKSPACE_ROOT,
  type LockWitness,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
  type WriteHandle,
  type WritePort,
} from 'prometeu-packer';
import { breakCrashLock, takeCrashLock } from './crash-lock.js';
import { createCrashFile, createCrashFolder, type CrashFile, type CrashNode } from './crash-node.js';
import { findCrashFolder, findCrashPlace, type CrashPlace } from './crash-place.js';
import type { CrashStorage } from './crash-storage.js';

function writeHandle({ gate, log }: CrashStorage, path: WorkspacePath, file: CrashFile): WriteHandle {
  let isOpen = true;
  return {
    write: (bytes, position) =>
      gate.pass(() => {
        if (!isOpen) return portFailure('lost', 'write', path);
        if (!isPosition(position)) return portFailure('unsupported', 'write', path);
        log.write(file, position, bytes.slice());
        return ok(bytes.length);
      }),
    sync: () => gate.pass(() => (isOpen ? ok(log.syncFile(file)) : portFailure('lost', 'sync', path))),
    close: () =>
      gate.pass(() => {
        isOpen = false;
        return ok();
      }),
  };
}

function findFree({ root }: CrashStorage, operation: PortOperation, path: WorkspacePath): PortResult<CrashPlace> {
  return findCrashPlace(root, operation, path).andThen((place) =>
    place.node === undefined ? ok(place) : portFailure('exists', operation, path),
  );
}

function checkTarget({ above, node: target }: CrashPlace, source: CrashNode, to: WorkspacePath): PortResult<void> {
  if (source.kind === 'folder' && above.includes(source)) return portFailure('unsupported', 'rename', to);
  if (target === undefined || target === source) return ok();
  if (source.kind === 'folder') return portFailure('exists', 'rename', to);
  return target.kind === 'file' ? ok() : portFailure('not-a-file', 'rename', to);
}

function rename({ root, log }: CrashStorage, from: WorkspacePath, to: WorkspacePath): PortResult<void> {
  if (from === WORKSPACE_ROOT) return portFailure('unsupported', 'rename', from);
  return findCrashPlace(root, 'rename', from).andThen(({ folder, name, node }) => {
    if (node === undefined) return portFailure('not-found', 'rename', from);
    return findCrashPlace(root, 'rename', to).andThen((target) =>
      checkTarget(target, node, to).map(() => {
        if (target.node !== node) log.change({ folder: target.folder, name: target.name, node }, { folder, name, node: null });
      }),
    );
  });
}

function remove({ root, log }: CrashStorage, path: WorkspacePath): PortResult<void> {
  if (path === WORKSPACE_ROOT) return portFailure('unsupported', 'remove', path);
  return findCrashPlace(root, 'remove', path).andThen(({ folder, name, node }) => {
    if (node === undefined) return portFailure('not-found', 'remove', path);
    if (node.kind === 'folder' && node.entries.size > 0) return portFailure('folder-not-empty', 'remove', path);
    return ok(log.change({ folder, name, node: null }));
  });
}

/** The write port of a crash disk, for the process that `witness` speaks for. */
export function createCrashWritePort(storage: CrashStorage, witness: LockWitness, newToken: () => string): WritePort {
  const { root, gate, log, clock } = storage;
  return {
    capabilities: { atomicReplace: true, durable: true },
    makeFolder: (path) =>
      gate.pass(() =>
        findFree(storage, 'make-folder', path).map(({ folder, name }) => log.change({ folder, name, node: createCrashFolder(clock()) })),
      ),
    createFile: (path) =>
      gate.pass(() =>
        findFree(storage, 'create', path).map(({ folder, name }) => {
          const node = createCrashFile(new Uint8Array(), clock());
          log.change({ folder, name, node });
          return writeHandle(storage, path, node);
        }),
      ),
    rename: (from, to) => gate.pass(() => rename(storage, from, to)),
    remove: (path) => gate.pass(() => remove(storage, path)),
    syncFolder: (path) => gate.pass(() => findCrashFolder(root, 'sync-folder', path).map((folder) => log.syncFolder(folder))),
    lock: (path) => gate.pass(() => takeCrashLock(storage, { witness, newToken, path })),
    breakLock: (path, token) => gate.pass(() => breakCrashLock(storage, path, token)),
  };
}
