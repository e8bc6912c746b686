import { ok } from 'neverthrow';
import {
  isPosition,
  portFailure,
  type EntryStat,
  type ExpectedFolder,
  type FolderEntry,
  type ReadHandle,
  type ReadPort,
  type WorkspacePath,
} from 'prometeu-packer';
import { findFile, findFolder, findNode } from './find-place.js';
import { inBatch } from './in-batch.js';
import type { MemoryDisk } from './memory-disk.js';
import { bytesOf, statOf, type MemoryFile, type MemoryFolder } from './memory-node.js';

const SPENT_BYTE = 0xdd;

function listFolder({ arrange }: MemoryDisk, { entries }: MemoryFolder): readonly FolderEntry[] {
  const listed = [...entries.values()].map(({ name, node }) => ({ name, kind: node.kind }));
  return arrange(listed.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function openFile({ gate }: MemoryDisk, path: WorkspacePath, file: MemoryFile): ReadHandle {
  let isOpen = true;
  return {
    stat: statOf(file),
    read: async (into, position) =>
      gate('read', path, () => {
        if (!isOpen) return portFailure('lost', 'read', path);
        if (!isPosition(position)) return portFailure('unsupported', 'read', path);
        const piece = bytesOf(file).subarray(position, position + into.length);
        into.set(piece);
        return ok(piece.length);
      }),
    close: async () =>
      gate('close', path, () => {
        isOpen = false;
        return ok();
      }),
  };
}

function isAsExpected(disk: MemoryDisk, expected: ExpectedFolder | undefined): boolean {
  if (expected === undefined) return false;
  const { path, modifiedMs, files } = expected;
  const isAt = (at: WorkspacePath, found: (stat: EntryStat) => boolean): boolean =>
    disk.gate('stat', at, () => findNode(disk, 'stat', at).map((node) => found(statOf(node)))).unwrapOr(false);
  if (!isAt(path, (stat) => stat.kind === 'folder' && (modifiedMs === null || stat.modifiedMs === modifiedMs))) return false;
  return files.every(({ name, size, modifiedMs: time }) =>
    isAt(`${path}/${name}` as WorkspacePath, (stat) => stat.kind === 'file' && stat.size === size && stat.modifiedMs === time),
  );
}

/** The read port of a workspace in memory. Bytes given to a visitor are overwritten once it returns. */
export function createMemoryReadPort(disk: MemoryDisk): ReadPort {
  return {
    caseSensitive: disk.caseSensitive,
    readFiles: (requests, visit, options) =>
      inBatch(disk, {
        operation: 'read',
        items: requests,
        pathOf: ({ path }) => path,
        work: ({ path, maxBytes }) =>
          findFile(disk, 'read', path).andThen((file) =>
            file.length > maxBytes ? portFailure('too-large', 'read', path) : ok({ bytes: bytesOf(file).slice(), stat: statOf(file) }),
          ),
        visit: (index, content) => {
          visit(index, content);
          if (content.isOk()) content.value.bytes.fill(SPENT_BYTE); // whoever keeps them without a copy finds out in a test
        },
        options,
      }),
    statPaths: (paths, visit, options) =>
      inBatch(disk, {
        operation: 'stat',
        items: paths,
        pathOf: (path) => path,
        work: (path) => findNode(disk, 'stat', path).map(statOf),
        visit,
        options,
      }),
    listFolders: (paths, visit, options) =>
      inBatch(disk, {
        operation: 'list',
        items: paths,
        pathOf: (path) => path,
        work: (path) => findFolder(disk, 'list', path).map((folder) => listFolder(disk, folder)),
        visit,
        options,
      }),
    findChanged: async (folders, { signal } = {}) => {
      if (signal?.aborted === true) return portFailure('aborted', 'stat', '');
      const places = Array.from({ length: folders.length }, (_, index) => index);
      return ok(places.filter((index) => !isAsExpected(disk, folders.at(index))));
    },
    openFile: async (path) => disk.gate('open', path, () => findFile(disk, 'open', path).map((file) => openFile(disk, path, file))),
  };
}
