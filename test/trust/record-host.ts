import { withFaults } from 'prometeu-packer/testing';
import type { PackerHost, PortOperation, PortResult, WorkspacePath } from 'prometeu-packer';

/** One operation that a port was asked for. A rename is two calls, one for each of its paths. */
export interface PathCall {
  readonly operation: PortOperation | 'rename-to' | 'break-lock';
  readonly path: string;
}

/** What a port gave, of reads whose answer was Ok. */
export interface Given {
  readonly operation: 'read' | 'list' | 'open';
  readonly path: string;
}

/** A host that writes down every path that it is asked for, and every path of which it gave something. */
export interface RecordedHost {
  readonly host: PackerHost;
  readonly calls: readonly PathCall[];
  readonly given: readonly Given[];
}

/** Operations that change something, or may. `sync` and `write` belong to handles, which `create` opens. */
const WRITES: ReadonlySet<PathCall['operation']> = new Set([
  ...(['create', 'write', 'sync', 'rename', 'rename-to', 'remove', 'make-folder', 'sync-folder', 'lock', 'break-lock'] as const),
]);

/** The calls that could change something. */
export function writesAmong(calls: readonly PathCall[]): readonly PathCall[] {
  return calls.filter(({ operation }) => WRITES.has(operation));
}

/** Wraps the ports of a host. */
export function recordHost(host: PackerHost): RecordedHost {
  const calls: PathCall[] = [];
  const given: Given[] = [];
  const ports = withFaults(host, (operation, path) => {
    calls.push({ operation, path });
    return undefined;
  });
  const noted = <T>(operation: Given['operation'], path: string, answer: PortResult<T>): PortResult<T> => {
    if (answer.isOk()) given.push({ operation, path });
    return answer;
  };
  const { read, write } = ports;
  const pathOf = (paths: readonly WorkspacePath[], index: number): string => paths[index] ?? '?';
  return {
    calls,
    given,
    host: {
      ...host,
      read: {
        ...read,
        readFiles: (requests, visit, options) =>
          read.readFiles(requests, (index, answer) => visit(index, noted('read', requests[index]?.path ?? '?', answer)), options),
        listFolders: (paths, visit, options) =>
          read.listFolders(paths, (index, answer) => visit(index, noted('list', pathOf(paths, index), answer)), options),
        openFile: async (path) => noted('open', path, await read.openFile(path)),
      },
      write: {
        ...write,
        rename: (from, to) => {
          calls.push({ operation: 'rename-to', path: to });
          return write.rename(from, to);
        },
        breakLock: (path, token) => {
          calls.push({ operation: 'break-lock', path });
          return write.breakLock(path, token);
        },
      },
    },
  };
}
