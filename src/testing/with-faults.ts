import {
  portFailure,
  type BatchVisitor,
  type Fault,
  type FaultPlan,
  type Lock,
  type LockHeld,
  type PortOperation,
  type PortResult,
  type ReadHandle,
  type ReadPort,
  type WorkspacePath,
  type WriteHandle,
  type WritePort,
} from 'prometeu-packer';

/** Asks the plan about one operation, which then runs, told whether it has to write less than given, or fails. */
type Gate = <T>(operation: PortOperation, path: string, run: (isShort: boolean) => Promise<PortResult<T>>) => Promise<PortResult<T>>;

interface Item<Request> {
  readonly index: number;
  readonly request: Request;
}

function faultyReadHandle(handle: ReadHandle, path: string, gate: Gate): ReadHandle {
  return {
    stat: handle.stat,
    read: (into, position) => gate('read', path, () => handle.read(into, position)),
    close: () => gate('close', path, () => handle.close()),
  };
}

function faultyWriteHandle(handle: WriteHandle, path: string, gate: Gate): WriteHandle {
  return {
    write: (bytes, position) =>
      gate('write', path, (isShort) => handle.write(isShort ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes, position)),
    sync: () => gate('sync', path, () => handle.sync()),
    close: () => gate('close', path, () => handle.close()),
  };
}

function faultyLock(lock: Lock, path: string, gate: Gate): Lock {
  return {
    owner: lock.owner,
    check: () => gate('check', path, () => lock.check()),
    release: () => gate('unlock', path, () => lock.release()),
  };
}

function faultyReadPort(port: ReadPort, ask: (operation: PortOperation, path: string) => Fault | undefined, gate: Gate): ReadPort {
  const inBatch = async <Request, T>(
    operation: PortOperation,
    requests: readonly Request[],
    pathOf: (request: Request) => WorkspacePath,
    visit: BatchVisitor<T>,
    run: (requests: readonly Request[], visit: BatchVisitor<T>) => Promise<PortResult<void>>,
  ): Promise<PortResult<void>> => {
    const left: Item<Request>[] = [];
    for (const [index, request] of requests.entries()) {
      const path = pathOf(request);
      const fault = ask(operation, path);
      if (fault === undefined || fault === 'short-write') left.push({ index, request });
      else visit(index, portFailure(fault, operation, path, 'injected'));
    }
    return run(
      left.map(({ request }) => request),
      (index, answer) => visit(left[index]?.index ?? index, answer),
    );
  };
  const itself = (path: WorkspacePath) => path;
  return {
    caseSensitive: port.caseSensitive,
    readFiles: (requests, visit, options) =>
      inBatch(
        'read',
        requests,
        ({ path }) => path,
        visit,
        (some, take) => port.readFiles(some, take, options),
      ),
    statPaths: (paths, visit, options) => inBatch('stat', paths, itself, visit, (some, take) => port.statPaths(some, take, options)),
    listFolders: (paths, visit, options) => inBatch('list', paths, itself, visit, (some, take) => port.listFolders(some, take, options)),
    openFile: (path) => gate('open', path, async () => (await port.openFile(path)).map((handle) => faultyReadHandle(handle, path, gate))),
  };
}

function faultyWritePort(port: WritePort, gate: Gate): WritePort {
  const wrapLock = (answer: Lock | LockHeld, path: WorkspacePath) => ('held' in answer ? answer : faultyLock(answer, path, gate));
  return {
    capabilities: port.capabilities,
    makeFolder: (path) => gate('make-folder', path, () => port.makeFolder(path)),
    createFile: (path) =>
      gate('create', path, async () => (await port.createFile(path)).map((handle) => faultyWriteHandle(handle, path, gate))),
    rename: (from, to) => gate('rename', from, () => port.rename(from, to)),
    remove: (path) => gate('remove', path, () => port.remove(path)),
    syncFolder: (path) => gate('sync-folder', path, () => port.syncFolder(path)),
    lock: (path) => gate('lock', path, async () => (await port.lock(path)).map((answer) => wrapLock(answer, path))),
  };
}

/**
 * Puts faults between a caller and any ports, also on handles and locks. Of a batch, the plan is asked for each item
 * before the batch runs. What else a host holds is handed on.
 *
 * @example
 * ```ts
 * const full = withFaults(workspace, (operation) => (operation === 'write' ? 'no-space' : undefined));
 * ```
 */
export function withFaults<Ports extends { readonly read: ReadPort; readonly write: WritePort }>(ports: Ports, plan: FaultPlan): Ports {
  let calls = 0;
  const ask = (operation: PortOperation, path: string) => {
    calls += 1;
    return plan(operation, path, calls - 1);
  };
  const gate: Gate = async (operation, path, run) => {
    const fault = ask(operation, path);
    if (fault === undefined || fault === 'short-write') return run(fault === 'short-write');
    return portFailure(fault, operation, path, 'injected');
  };
  return { ...ports, read: faultyReadPort(ports.read, ask, gate), write: faultyWritePort(ports.write, gate) };
}
