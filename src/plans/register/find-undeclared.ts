import { parentOf } from '../../paths/workspace-path.js';

import { rootOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { DECLARATION_NAME } from '../../paths/declaration-name.js';

/** A folder that could become an asset. */
export interface UndeclaredFolder {
  /** Folder, relative to `assets/`. */
  readonly root: string;
  /** Names of the files it directly holds, by code units; dot-files left out. */
  readonly files: readonly string[];
}

/**
 * The folders under `assets/` that directly hold files and no `asset.json`, by code units of their root. Dot-files do not
 * count, folders inside a dot-folder are left alone, and so are folders that hold inputs of a declared asset: they would
 * be taken from it.
 */
export function findUndeclared({ assets, folders }: WorkspaceSnapshot): readonly UndeclaredFolder[] {
  const used = new Set<string | null>(assets.flatMap(({ inputs }) => inputs.map(({ file }) => parentOf(file))));
  return folders.flatMap(({ path, files }): readonly UndeclaredFolder[] => {
    const root = rootOf(path);
    if (root === null || used.has(path) || files.includes(DECLARATION_NAME) || root.split('/').some((segment) => segment.startsWith('.')))
      return [];
    const visible = files.filter((name) => !name.startsWith('.'));
    return visible.length === 0 ? [] : [{ root, files: visible }];
  });
}
