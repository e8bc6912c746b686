import { ok } from 'neverthrow';
import {
  portFailure,
  type BatchVisitor,
  type Fault,
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

/**
 * What goes wrong with one operation of a port, besides errors and short writes, such as only a port without a conscience
 * does.
 *
 * - `never`: it is not done, and never settles. - `lost-answer`: it is done, and answers `io` all the same.
 * - `lie`: it is not done, and answers as if it were, as a disk does that only pretends to flush; what has to answer something
 *   is done as ever. - `nonsense`: it is not done, and what it answers is no answer. - `twice`: an item of a batch is
 *   answered twice; anything else is done as ever.
 */
export type PortFault = Fault | 'never' | 'lost-answer' | 'lie' | 'nonsense' | 'twice';

/**
 * Decides what goes wrong with an operation; undefined lets it run. Asked as a `FaultPlan` is, which can stand here too. A
 * plan that throws makes the operation reject.
 *
 * @param callIndex - how often the plan was asked before, counted from 0.
 */
export type PortFaultPlan = (operation: PortOperation, path: string, callIndex: number) => PortFault | undefined;

interface OnFault<T> {
  /** Frees what nobody is given, where the answer is lost. */
  readonly discard?: (value: T) => Promise<unknown>;
  /** What to answer in place of doing it, where that can be. */
  readonly pretence?: PortResult<T>;
}

/** Asks the plan about one operation, which then runs, told whether it has to write less than given, or fails. */
type Gate = <T>(
  operation: PortOperation,
  path: string,
  run: (isShort: boolean) => Promise<PortResult<T>>,
  onFault?: OnFault<T>,
) => Promise<PortResult<T>>;

const DONE: OnFault<void> = { pretence: ok() };

const closing = { discard: (handle: { readonly close: () => Promise<unknown> }) => handle.close() };

interface Item<Request> {
  readonly index: number;
  readonly request: Request;
}

function faultyReadHandle(handle: ReadHandle, path: string, gate: Gate): ReadHandle {
  return {
    stat: handle.stat,
    read: (into, position) => gate('read', path, () => handle.read(into, position)),
    close: () => gate('close', path, () => handle.close(), DONE),
  };
}

function faultyWriteHandle(handle: WriteHandle, path: string, gate: Gate): WriteHandle {
  return {
    write: (bytes, position) =>
      gate('write', path, (isShort) => handle.write(isShort ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes, position)),
    sync: () => gate('sync', path, () => handle.sync(), DONE),
    close: () => gate('close', path, () => handle.close(), DONE),
  };
}

function faultyLock(lock: Lock, path: string, gate: Gate): Lock {
  return {
    owner: lock.owner,
    check: () => gate('check', path, () => lock.check(), DONE),
    release: () => gate('unlock', path, () => lock.release(), DONE),
  };
}

function nonsense<T>(): PortResult<T> {
  return { isOk: 'perhaps' } as unknown as PortResult<T>; // for callers that trust nothing
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

function faultyReadPort(port: ReadPort, ask: (operation: PortOperation, path: string) => PortFault | undefined, gate: Gate): ReadPort {
  const inBatch = async <Request, T>(
    operation: PortOperation,
    requests: readonly Request[],
    pathOf: (request: Request) => WorkspacePath,
    visit: BatchVisitor<T>,
    run: (requests: readonly Request[], visit: BatchVisitor<T>) => Promise<PortResult<void>>,
  ): Promise<PortResult<void>> => {
    const left: (Item<Request> & { readonly fault: PortFault | undefined })[] = [];
    let settles = true;
    for (const [index, request] of requests.entries()) {
      const path = pathOf(request);
      const fault = ask(operation, path);
      switch (fault) {
        case undefined:
        case 'twice':
        case 'short-write':
        case 'lie':
          left.push({ index, request, fault });
          break;
        case 'never':
          settles = false;
          break;
        case 'nonsense':
          visit(index, nonsense());
          break;
        default:
          visit(index, portFailure(fault === 'lost-answer' ? 'io' : fault, operation, path, 'injected'));
      }
    }
    const ran = await run(
      left.map(({ request }) => request),
      (place, answer) => {
        const { index = place, fault } = left[place] ?? {};
        visit(index, answer);
        if (fault === 'twice') visit(index, answer);
      },
    );
    return settles ? ran : never();
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
    openFile: (path) =>
      gate('open', path, async () => (await port.openFile(path)).map((handle) => faultyReadHandle(handle, path, gate)), closing),
  };
}

function faultyWritePort(port: WritePort, gate: Gate): WritePort {
  const wrapLock = (answer: Lock | LockHeld, path: WorkspacePath) => ('held' in answer ? answer : faultyLock(answer, path, gate));
  return {
    capabilities: port.capabilities,
    makeFolder: (path) => gate('make-folder', path, () => port.makeFolder(path), DONE),
    createFile: (path) =>
      gate('create', path, async () => (await port.createFile(path)).map((handle) => faultyWriteHandle(handle, path, gate)), closing),
    rename: (from, to) => gate('rename', from, () => port.rename(from, to), DONE),
    remove: (path) => gate('remove', path, () => port.remove(path), DONE),
    syncFolder: (path) => gate('sync-folder', path, () => port.syncFolder(path), DONE),
    lock: (path) => gate('lock', path, async () => (await port.lock(path)).map((answer) => wrapLock(answer, path))),
    breakLock: (path, token) => gate('unlock', path, () => port.breakLock(path, token), DONE),
  };
}

/**
 * Puts faults between a caller and any ports, also on handles and locks. Of a batch, the plan is asked for each item
 * before the batch runs. What else a host holds is handed on.
 *
 * @example
 * ```ts
 * import { build } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { withFaults } from 'prometeu-packer/testing';
 *
 * const workspace = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const broken = withFaults(workspace, (operation) => (operation === 'read' ? 'io' : undefined));
 * console.log((await build(broken)).isErr()); // true
 * ```
 */
export function withFaults<Ports extends { readonly read: ReadPort; readonly write: WritePort }>(ports: Ports, plan: PortFaultPlan): Ports {
  let calls = 0;
  const ask = (operation: PortOperation, path: string) => {
    calls += 1;
    return plan(operation, path, calls - 1);
  };
  const gate: Gate = async (operation, path, run, { discard, pretence } = {}) => {
    const fault = ask(operation, path);
    switch (fault) {
      case undefined:
      case 'twice':
        return run(false);
      case 'short-write':
        return run(true);
      case 'lie':
        return pretence ?? run(false);
      case 'never':
        return never();
      case 'nonsense':
        return nonsense();
      case 'lost-answer': {
        const done = await run(false);
        if (done.isOk()) await discard?.(done.value);
        return portFailure('io', operation, path, 'injected');
      }
      default:
        return portFailure(fault, operation, path, 'injected');
    }
  };
  return { ...ports, read: faultyReadPort(ports.read, ask, gate), write: faultyWritePort(ports.write, gate) };
}
