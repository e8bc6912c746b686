import { parseWorkspacePath } from 'prometeu-packer';

/** What was reported as changed and not looked at yet. */
export interface PendingPaths {
  /** Adds a list of paths; everything where it is none, or where one is no path from the workspace root. */
  readonly add: (paths: unknown) => void;
  /** Whether nothing is pending. */
  readonly isEmpty: () => boolean;
  /** Takes all of it: `all` for everything. */
  readonly take: () => readonly string[] | 'all';
}

function isPath(path: unknown): path is string {
  if (typeof path !== 'string') return false;
  return parseWorkspacePath(path.endsWith('/') ? path.slice(0, -1) : path).isOk();
}

function pathsIn(reported: unknown): readonly string[] | null {
  try {
    const listed: readonly unknown[] | null = Array.isArray(reported) ? [...(reported as readonly unknown[])] : null; // a copy has no holes
    return listed?.every(isPath) === true ? listed : null;
  } catch {
    return null; // a list that cannot be looked at
  }
}

/** Gathers reported paths. */
export function createPendingPaths(): PendingPaths {
  const paths = new Set<string>();
  let isAll = false;
  return {
    add(reported) {
      const known = pathsIn(reported);
      if (known === null) isAll = true;
      else for (const path of known) paths.add(path);
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
