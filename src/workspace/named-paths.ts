import { WORKSPACE_ROOT } from '../paths/workspace-path.js';

/** Paths that may have changed, ready to be asked. */
export interface NamedPaths {
  /** Whether a file or folder is to be looked at: it is named, stands below a folder that is, or above something that is. */
  readonly concern: (path: string) => boolean;
}

/** Every folder above a path, the root included. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return [...folders, WORKSPACE_ROOT];
}

/** Indexes paths from the workspace root; the root, or a path that ends in a slash, is a folder as any other. */
export function indexNamedPaths(paths: readonly string[]): NamedPaths {
  const named = new Set(paths.map((path) => (path.endsWith('/') ? path.slice(0, -1) : path)));
  const above = new Set([...named].flatMap(foldersAbove));
  return { concern: (path) => named.has(path) || above.has(path) || foldersAbove(path).some((folder) => named.has(folder)) };
}
