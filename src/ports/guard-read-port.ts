import { guardBatch } from './guard-batch.js';
import { guardCall } from './guard-call.js';
import { isEntryStat, isFileContent, isListing, isReadHandle } from './is-read-handle.js';
import type { BatchOptions, ReadHandle, ReadPort } from './read-port.js';
import { stillOpen } from './still-open.js';

function guardReadHandle(handle: ReadHandle, path: string, signals: readonly AbortSignal[]): ReadHandle {
  return {
    stat: handle.stat,
    read: (into, position) => {
      const is = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= into.length;
      return guardCall({ operation: 'read', path, is, run: () => handle.read(into, position), signals });
    },
    close: () => guardCall<void>({ operation: 'close', path, run: () => handle.close(), signals: stillOpen(signals) }),
  };
}

/**
 * A read port that keeps its contract whatever the port behind it does: a throw, a rejection, an item answered twice or
 * not at all, or a value of the wrong type is a `broken` error. A signal that fires settles the call with `aborted`,
 * also where the port would never answer; what the port then still opens is closed again. Handles can be closed after
 * an abort.
 *
 * @param options - a signal for every call, besides the one that a batch is given.
 */
export function guardReadPort(port: ReadPort, options: BatchOptions = {}): ReadPort {
  const signalsOf = (call: BatchOptions = {}) => [call.signal, options.signal].filter((signal) => signal !== undefined);
  return {
    caseSensitive: port.caseSensitive === true,
    readFiles: (requests, visit, call) =>
      guardBatch({
        operation: 'read',
        paths: requests.map((request) => request.path),
        is: isFileContent,
        run: (take, given) => port.readFiles(requests, take, given),
        visit,
        signals: signalsOf(call),
      }),
    statPaths: (paths, visit, call) =>
      guardBatch({
        operation: 'stat',
        paths,
        is: isEntryStat,
        run: (take, given) => port.statPaths(paths, take, given),
        visit,
        signals: signalsOf(call),
      }),
    listFolders: (paths, visit, call) =>
      guardBatch({
        operation: 'list',
        paths,
        is: isListing,
        run: (take, given) => port.listFolders(paths, take, given),
        visit,
        signals: signalsOf(call),
      }),
    ...(typeof port.findChanged === 'function' && {
      findChanged: (folders, call) => {
        const signals = signalsOf(call);
        const [signal] = signals;
        const options = signal && { signal };
        const is = (value: unknown): value is readonly number[] =>
          Array.isArray(value) &&
          value.every((index: unknown) => Number.isInteger(index) && Number(index) >= 0 && Number(index) < folders.length);
        return guardCall({ operation: 'stat', path: '', is, run: () => port.findChanged?.(folders, options), signals });
      },
    }),
    openFile: async (path) => {
      const signals = signalsOf();
      const guard = (handle: ReadHandle) => guardReadHandle(handle, path, signals);
      const discard = (handle: ReadHandle) => guard(handle).close();
      const opened = await guardCall({ operation: 'open', path, is: isReadHandle, run: () => port.openFile(path), signals, discard });
      return opened.map(guard);
    },
  };
}
