import type { RegistryRecord } from '../artifacts/registry/model.js';
import { foldersAbove } from '../paths/folders-above.js';
import { declarationOf } from './input-tree.js';

/**
 * The roots of records whose declaration may stand where nobody could look: in a folder that could not be listed, behind a
 * symlink. What is not seen is not gone: such a record is no orphan, and its asset was not moved.
 *
 * @param unseen - paths that were not looked at or into.
 */
export function findUnseen(records: readonly Pick<RegistryRecord, 'root'>[], unseen: ReadonlySet<string>): readonly string[] {
  if (unseen.size === 0) return [];
  const isUnseen = (root: string): boolean => {
    const path = declarationOf(root);
    return unseen.has(path) || foldersAbove(path).some((folder) => unseen.has(folder));
  };
  return records.filter(({ root }) => isUnseen(root)).map(({ root }) => root);
}
