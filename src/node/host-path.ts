import { WORKSPACE_ROOT, type WorkspacePath } from 'prometeu-packer';

/**
 * The host's path of a workspace path. The type is the guard: a workspace path holds no `..`, root or drive, so what
 * comes out stands at or below `root`; what a symlink makes of it is judged by the folder guard.
 */
export function hostPath(root: string, path: WorkspacePath): string {
  return path === WORKSPACE_ROOT ? root : `${root}/${path}`; // Windows takes `/` too
}
