import { parseWorkspacePath } from 'prometeu-packer';

/** What was reported as changed and not looked at yet. */
export interface PendingPaths {
  /** Adds paths; everything where there is none, or where one is no path from the workspace root. */
  readonly add: (paths: readonly string[] | undefined) => void;
  /** Whether nothing is pending. */
  readonly isEmpty: () => boolean;
  /** Takes all of it: `all` for everything. */
  readonly take: () => readonly string[] | 'all';
}

function isPath(path: unknown): boolean {
  if (typeof path !== 'string') return false;
  return parseWorkspacePath(path.endsWith('/') ? path.slice(0, -1) : path).isOk();
}

/** Gathers reported paths. */
export function createPendingPaths(): PendingPaths {
  const paths = new Set<string>();
  let isAll = false;
  return {
    add(reported) {
      if (reported?.every(isPath) !== true) isAll = true;
      else for (const path of reported) paths.add(path);
    },
    isEmpty: () => !isAll && paths.size === 0,
    take() {
      const taken = isAll ? 'all' : [...paths];
      isAll = false;
      paths.clear();
      return taken;
    },
  };
}
