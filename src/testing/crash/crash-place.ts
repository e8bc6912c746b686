import { ok } from 'neverthrow';
import { portFailure, WORKSPACE_ROOT, type PortOperation, type PortResult, type WorkspacePath } from 'prometeu-packer';
import type { CrashFile, CrashFolder, CrashNode } from './crash-node.js';

/** Where a path leads on a crash disk. */
export interface CrashPlace {
  /** The folders passed on the way, from the root down; the last one holds the name. */
  readonly above: readonly CrashFolder[];
  /** The folder that holds the name; of the root, the root. */
  readonly folder: CrashFolder;
  /** The name in it. */
  readonly name: string;
  /** What stands there; undefined where the name is free. */
  readonly node: CrashNode | undefined;
}

/** Goes down to a path; an error where anything above it is missing or no folder. */
export function findCrashPlace(root: CrashFolder, operation: PortOperation, path: WorkspacePath): PortResult<CrashPlace> {
  if (path === WORKSPACE_ROOT) return ok({ above: [], folder: root, name: '', node: root });
  const names = path.split('/');
  const above = [root];
  let folder = root;
  for (const [depth, name] of names.slice(0, -1).entries()) {
    const node = folder.entries.get(name);
    if (node?.kind !== 'folder') {
      return portFailure(node === undefined ? 'not-found' : 'not-a-folder', operation, names.slice(0, depth + 1).join('/'));
    }
    above.push(node);
    folder = node;
  }
  const name = names.at(-1) ?? '';
  return ok({ above, folder, name, node: folder.entries.get(name) });
}

/** What stands at a path; an error where nothing does. */
export function findCrashNode(root: CrashFolder, operation: PortOperation, path: WorkspacePath): PortResult<CrashNode> {
  return findCrashPlace(root, operation, path).andThen(({ node }) =>
    node === undefined ? portFailure('not-found', operation, path) : ok(node),
  );
}

/** The file at a path; an error where none stands. */
export function findCrashFile(root: CrashFolder, operation: PortOperation, path: WorkspacePath): PortResult<CrashFile> {
  return findCrashNode(root, operation, path).andThen((node) =>
    node.kind === 'file' ? ok(node) : portFailure('not-a-file', operation, path),
  );
}

/** The folder at a path; an error where none stands. */
export function findCrashFolder(root: CrashFolder, operation: PortOperation, path: WorkspacePath): PortResult<CrashFolder> {
  return findCrashNode(root, operation, path).andThen((node) =>
    node.kind === 'folder' ? ok(node) : portFailure('not-a-folder', operation, path),
  );
}
