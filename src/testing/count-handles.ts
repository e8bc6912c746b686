import type { Lock, LockHeld, ReadHandle, ReadPort, WriteHandle, WritePort } from 'prometeu-packer';

/** Notes something that was given; answers how to note that it was given back. */
type Note = () => () => void;

function countReadHandle(handle: ReadHandle, note: Note): ReadHandle {
  const giveBack = note();
  return {
    stat: handle.stat,
    read: (into, position) => handle.read(into, position),
    close: () => {
      giveBack();
      return handle.close();
    },
  };
}

function countWriteHandle(handle: WriteHandle, note: Note): WriteHandle {
  const giveBack = note();
  return {
    write: (bytes, position) => handle.write(bytes, position),
    sync: () => handle.sync(),
    close: () => {
      giveBack();
      return handle.close();
    },
  };
}

function countLock(answer: Lock | LockHeld, note: Note): Lock | LockHeld {
  if ('held' in answer) return answer;
  const giveBack = note();
  return {
    owner: answer.owner,
    check: () => answer.check(),
    release: () => {
      giveBack();
      return answer.release();
    },
  };
}

/**
 * Counts the handles and locks that any ports give and that are not given back: to find out whether all of them are, on
 * every way out. One that its user tried to close or release counts as given back, whatever came of it. What else a host
 * holds is handed on.
 *
 * @returns the ports to be used instead, and how many are out now.
 *
 * @example
 * ```ts
 * import { applyPlan, planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { countHandles, withFaults } from 'prometeu-packer/testing';
 *
 * const workspace = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const { ports, open } = countHandles(withFaults(workspace, (operation) => (operation === 'sync' ? 'io' : undefined)));
 * const planned = await planRegister(ports);
 * if (planned.isOk()) console.log((await applyPlan(ports, planned.value.value)).isErr()); // true
 * console.log(open()); // 0
 * ```
 */
export function countHandles<Ports extends { readonly read: ReadPort; readonly write: WritePort }>(
  ports: Ports,
): { readonly ports: Ports; readonly open: () => number } {
  const { read, write } = ports;
  const out = new Set<symbol>();
  const note: Note = () => {
    const mark = Symbol('given');
    out.add(mark);
    return () => void out.delete(mark);
  };
  const counting: { readonly read: ReadPort; readonly write: WritePort } = {
    read: {
      caseSensitive: read.caseSensitive,
      readFiles: (requests, visit, options) => read.readFiles(requests, visit, options),
      statPaths: (paths, visit, options) => read.statPaths(paths, visit, options),
      listFolders: (paths, visit, options) => read.listFolders(paths, visit, options),
      openFile: async (path) => (await read.openFile(path)).map((handle) => countReadHandle(handle, note)),
    },
    write: {
      capabilities: write.capabilities,
      makeFolder: (path) => write.makeFolder(path),
      createFile: async (path) => (await write.createFile(path)).map((handle) => countWriteHandle(handle, note)),
      rename: (from, to) => write.rename(from, to),
      remove: (path) => write.remove(path),
      syncFolder: (path) => write.syncFolder(path),
      lock: async (path) => (await write.lock(path)).map((answer) => countLock(answer, note)),
      breakLock: (path, token) => write.breakLock(path, token),
    },
  };
  return { ports: { ...ports, ...counting }, open: () => out.size };
}
