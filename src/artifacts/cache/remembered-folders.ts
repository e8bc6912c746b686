import type { RememberedFolder, RememberedFolders } from './model.js';

/** Makes a list that says which of its folders some time is no proof of. */
export function listRememberedFolders(folders: readonly RememberedFolder[]): RememberedFolders {
  const uncertain = [...folders.keys()].filter((index) => {
    const { modifiedMs, unsettled } = folders[index] ?? { modifiedMs: null, unsettled: [] };
    return modifiedMs === null || unsettled.length > 0;
  });
  return { length: folders.length, at: (index) => folders[index], uncertain };
}

/** All folders of a list, made now. */
export function allRememberedFolders(folders: RememberedFolders): readonly RememberedFolder[] {
  return Array.from({ length: folders.length }, (_, index) => folders.at(index)).filter((folder) => folder !== undefined);
}
