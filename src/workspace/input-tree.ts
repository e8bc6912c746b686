import { collisionKey } from '../paths/collision-key.js';
import { ASSETS_FOLDER } from '../paths/owned-paths.js';
import { parentOf, type WorkspacePath } from '../paths/workspace-path.js';
import type { FolderScan } from './scan-folders.js';
import { isListed } from './is-listed.js';
import { DECLARATION_NAME } from '../paths/declaration-name.js';

/** What the scanned folders hold, ready to be asked. */
export interface InputTree {
  /** Roots of all assets, relative to `assets/`. */
  readonly roots: ReadonlySet<string>;
  /** Whether a regular file of this very name stands in a folder. */
  readonly holds: (folder: WorkspacePath, name: string) => boolean;
  /** The file of a folder that some disk takes for the one named; null where there is none. */
  readonly spellingOf: (folder: WorkspacePath, name: string) => string | null;
  /** The nearest asset whose folder holds a file; null where none does. */
  readonly ownerOf: (file: WorkspacePath) => string | null;
}

/** A folder under `assets/` as a root; null for `assets` itself and anything outside. */
export function rootOf(folder: string): string | null {
  return folder.startsWith(`${ASSETS_FOLDER}/`) ? folder.slice(ASSETS_FOLDER.length + 1) : null;
}

/** The folder of a root. The root has passed the path policy, or stood in a listing. */
export function folderOf(root: string): WorkspacePath {
  return `${ASSETS_FOLDER}/${root}` as WorkspacePath;
}

/** The declaration of a root that stood in a listing. */
export function declarationOf(root: string): WorkspacePath {
  return `${ASSETS_FOLDER}/${root}/${DECLARATION_NAME}` as WorkspacePath;
}

/** Indexes a scan. */
export function indexScan({ folders }: FolderScan): InputTree {
  const roots = new Set<string>();
  for (const [path, { files }] of folders) {
    const root = rootOf(path);
    if (root !== null && isListed(files, DECLARATION_NAME)) roots.add(root);
  }
  const ownerOf = (file: WorkspacePath): string | null => {
    for (let folder = parentOf(file); folder !== null; folder = parentOf(folder)) {
      const root = rootOf(folder);
      if (root === null) return null;
      if (roots.has(root)) return root;
    }
    return null;
  };
  const spellings = new Map<WorkspacePath, ReadonlyMap<string, string>>(); // made for a folder when first asked for
  const spellingOf = (folder: WorkspacePath, name: string): string | null => {
    const known = spellings.get(folder) ?? new Map(folders.get(folder)?.files.map((file) => [collisionKey(file), file]));
    spellings.set(folder, known);
    return known.get(collisionKey(name)) ?? null;
  };
  return { roots, holds: (folder, name) => isListed(folders.get(folder)?.files ?? [], name), spellingOf, ownerOf };
}
