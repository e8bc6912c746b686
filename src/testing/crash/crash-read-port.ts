import { ok } from 'neverthrow';
import {
  isPosition,
  portFailure,
  type BatchOptions,
  type BatchVisitor,
  type EntryStat,
  type FileContent,
  type PortOperation,
  type PortResult,
  type ReadHandle,
  type ReadPort,
  type WorkspacePath,
} from 'prometeu-packer';
import type { CrashFile, CrashNode } from './crash-node.js';
import { findCrashFile, findCrashFolder, findCrashNode } from './crash-place.js';
import type { CrashStorage } from './crash-storage.js';

const SPENT_BYTE = 0xdd;

function statOf(node: CrashNode): EntryStat {
  return { kind: node.kind, size: node.kind === 'file' ? node.bytes.length : 0, modifiedMs: node.modifiedMs };
}

function openFile({ gate }: CrashStorage, path: WorkspacePath, file: CrashFile): ReadHandle {
  let isOpen = true;
  return {
    stat: statOf(file),
    read: (into, position) =>
      gate.pass(() => {
        if (!isOpen) return portFailure('lost', 'read', path);
        if (!isPosition(position)) return portFailure('unsupported', 'read', path);
        const piece = file.bytes.subarray(position, position + into.length);
        into.set(piece);
        return ok(piece.length);
      }),
    close: () =>
      gate.pass(() => {
        isOpen = false;
        return ok();
      }),
  };
}

/** The read port of a crash disk. Each item of a batch is one operation. Bytes given to a visitor are overwritten once it returns. */
export function createCrashReadPort(storage: CrashStorage): ReadPort {
  const { root, gate } = storage;
  const inBatch = async <Item, T>(
    operation: PortOperation,
    items: readonly Item[],
    { signal }: BatchOptions,
    visit: BatchVisitor<T>,
    work: (item: Item) => PortResult<T>,
  ): Promise<PortResult<void>> => {
    for (const [index, item] of items.entries()) {
      if (signal?.aborted === true) return portFailure('aborted', operation, '');
      if (gate.step() === 'dead') return gate.never();
      visit(index, work(item));
    }
    return ok();
  };
  return {
    caseSensitive: true,
    readFiles: (requests, visit, options = {}) =>
      inBatch(
        'read',
        requests,
        options,
        (index, content: PortResult<FileContent>) => {
          visit(index, content);
          if (content.isOk()) content.value.bytes.fill(SPENT_BYTE); // whoever keeps them without a copy finds out
        },
        ({ path, maxBytes }) =>
          findCrashFile(root, 'read', path).andThen((file) =>
            file.bytes.length > maxBytes ? portFailure('too-large', 'read', path) : ok({ bytes: file.bytes.slice(), stat: statOf(file) }),
          ),
      ),
    statPaths: (paths, visit, options = {}) =>
      inBatch('stat', paths, options, visit, (path) => findCrashNode(root, 'stat', path).map(statOf)),
    listFolders: (paths, visit, options = {}) =>
      inBatch('list', paths, options, visit, (path) =>
        findCrashFolder(root, 'list', path).map(({ entries }) => [...entries].map(([name, { kind }]) => ({ name, kind }))),
      ),
    openFile: (path) => gate.pass(() => findCrashFile(root, 'open', path).map((file) => openFile(storage, path, file))),
  };
}
