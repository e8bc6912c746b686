import { ok } from 'neverthrow';
import { portFailure, WORKSPACE_ROOT, type PortOperation, type PortResult, type WorkspacePath } from 'prometeu-packer';
import type { MemoryDisk } from './memory-disk.js';
import type { MemoryFile, MemoryFolder, MemoryNode } from './memory-node.js';

/** Where a path leads. */
export interface Place {
  /** The folders passed on the way, from the root down; the last one holds the name. */
  readonly above: readonly MemoryFolder[];
  /** The folder that holds the name; of the root, the root. */
  readonly folder: MemoryFolder;
  /** What the name is found by. */
  readonly key: string;
  /** The name as asked for. */
  readonly name: string;
  /** What stands there; undefined where the name is free. */
  readonly node: MemoryNode | undefined;
}

/** Goes down to a path; an error where anything above it is missing, a symlink, or no folder. */
export function findPlace({ root, keyOf }: MemoryDisk, operation: PortOperation, path: WorkspacePath): PortResult<Place> {
  if (path === WORKSPACE_ROOT) return ok({ above: [], folder: root, key: '', name: '', node: root });
  const names = path.split('/');
  const above = [root];
  let folder = root;
  for (const [depth, name] of names.slice(0, -1).entries()) {
    const node = folder.entries.get(keyOf(name))?.node;
    if (node?.kind !== 'folder') {
      const kind = node === undefined ? 'not-found' : node.kind === 'symlink' ? 'symlink' : 'not-a-folder';
      return portFailure(kind, operation, names.slice(0, depth + 1).join('/'));
    }
    above.push(node);
    folder = node;
  }
  const name = names.at(-1) ?? '';
  const key = keyOf(name);
  return ok({ above, folder, key, name, node: folder.entries.get(key)?.node });
}

/** What stands at a path; an error where nothing does. */
export function findNode(disk: MemoryDisk, operation: PortOperation, path: WorkspacePath): PortResult<MemoryNode> {
  return findPlace(disk, operation, path).andThen(({ node }) =>
    node === undefined ? portFailure('not-found', operation, path) : ok(node),
  );
}

/** The file at a path; an error where none stands. */
export function findFile(disk: MemoryDisk, operation: PortOperation, path: WorkspacePath): PortResult<MemoryFile> {
  return findNode(disk, operation, path).andThen((node) => {
    if (node.kind === 'file') return ok(node);
    return portFailure(node.kind === 'symlink' ? 'symlink' : 'not-a-file', operation, path);
  });
}

/** The folder at a path; an error where none stands. */
export function findFolder(disk: MemoryDisk, operation: PortOperation, path: WorkspacePath): PortResult<MemoryFolder> {
  return findNode(disk, operation, path).andThen((node) => {
    if (node.kind === 'folder') return ok(node);
    return portFailure(node.kind === 'symlink' ? 'symlink' : 'not-a-folder', operation, path);
  });
}
