import { foldersAbove } from '../paths/folders-above.js';

/** Paths that may have changed, ready to be asked. */
export interface NamedPaths {
  /** Whether a file or folder is to be looked at: it is named, stands below a folder that is, or above something that is. */
  readonly concern: (path: string) => boolean;
}

/** Indexes paths from the workspace root; the root, or a path that ends in a slash, is a folder as any other. */
export function indexNamedPaths(paths: readonly string[]): NamedPaths {
  const named = new Set(paths.map((path) => (path.endsWith('/') ? path.slice(0, -1) : path)));
  const above = new Set([...named].flatMap((path) => foldersAbove(path)));
  return { concern: (path) => named.has(path) || above.has(path) || foldersAbove(path).some((folder) => named.has(folder)) };
}
