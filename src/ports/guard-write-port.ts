import { guardCall } from './guard-call.js';
import { isLockAnswer, isWriteHandle } from './is-write-handle.js';
import type { PortOperation } from './port-error.js';
import type { BatchOptions } from './read-port.js';
import { stillOpen } from './still-open.js';
import type { Lock, LockHeld, WriteHandle, WritePort } from './write-port.js';

function guardWriteHandle(handle: WriteHandle, path: string, signals: readonly AbortSignal[]): WriteHandle {
  return {
    write: (bytes, position) => {
      const least = Math.min(1, bytes.length);
      const is = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= bytes.length;
      return guardCall({ operation: 'write', path, is, run: () => handle.write(bytes, position), signals });
    },
    sync: () => guardCall<void>({ path, operation: 'sync', run: () => handle.sync(), signals }),
    close: () => guardCall<void>({ path, operation: 'close', run: () => handle.close(), signals: stillOpen(signals) }),
  };
}

function guardLock(lock: Lock, path: string, signals: readonly AbortSignal[]): Lock {
  return {
    owner: lock.owner,
    check: () => guardCall<void>({ path, operation: 'check', run: () => lock.check(), signals }),
    release: () => guardCall<void>({ path, operation: 'unlock', run: () => lock.release(), signals: stillOpen(signals) }),
  };
}

/**
 * A write port that keeps its contract whatever the port behind it does; see {@link guardReadPort}. A file created or a
 * lock taken after the call was settled as aborted is closed or released again; the file stays.
 *
 * An operation settled as `aborted` may still happen: give no signal where that matters.
 *
 * @param options - a signal for every call.
 */
export function guardWritePort(port: WritePort, { signal }: BatchOptions = {}): WritePort {
  const signals = signal === undefined ? [] : [signal];
  const plain = (operation: PortOperation, path: string, run: () => unknown) => guardCall<void>({ operation, path, run, signals });
  return {
    capabilities: { atomicReplace: port.capabilities?.atomicReplace === true, durable: port.capabilities?.durable === true },
    makeFolder: (path) => plain('make-folder', path, () => port.makeFolder(path)),
    createFile: async (path) => {
      const guard = (handle: WriteHandle) => guardWriteHandle(handle, path, signals);
      const discard = (handle: WriteHandle) => guard(handle).close();
      const created = await guardCall({ operation: 'create', path, is: isWriteHandle, run: () => port.createFile(path), signals, discard });
      return created.map(guard);
    },
    rename: (from, to) => plain('rename', from, () => port.rename(from, to)),
    remove: (path) => plain('remove', path, () => port.remove(path)),
    syncFolder: (path) => plain('sync-folder', path, () => port.syncFolder(path)),
    lock: async (path) => {
      const guard = (answer: Lock | LockHeld) => ('held' in answer ? answer : guardLock(answer, path, signals));
      const discard = (answer: Lock | LockHeld) => ('held' in answer ? undefined : guardLock(answer, path, signals).release());
      const answer = await guardCall({ operation: 'lock', path, is: isLockAnswer, run: () => port.lock(path), signals, discard });
      return answer.map(guard);
    },
    breakLock: (path, token) => plain('unlock', path, () => port.breakLock(path, token)),
  };
}
