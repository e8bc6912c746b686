import { ok } from 'neverthrow';
import { compareStrings } from '../../base/compare-strings.js';
import { BUILD_FOLDER, CONTROL_FOLDER, UNDO_FOLDER } from '../../paths/owned-paths.js';
import { parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import type { WritePort } from '../../ports/write-port.js';

/** Folders that a plan may have made, or one before it that died: their own names must be on stable storage too. */
const MADE: ReadonlySet<WorkspacePath> = new Set([BUILD_FOLDER, CONTROL_FOLDER, UNDO_FOLDER]);

function folderOf(path: WorkspacePath): WorkspacePath {
  return parentOf(path) ?? WORKSPACE_ROOT;
}

/** The folders that files stand in, and the folders above those that a plan makes, by path. */
export function foldersOf(targets: readonly WorkspacePath[]): readonly WorkspacePath[] {
  const folders = new Set([CONTROL_FOLDER, ...targets.map(folderOf)]);
  for (const folder of [...folders]) if (MADE.has(folder)) folders.add(folderOf(folder));
  return [...folders].sort(compareStrings);
}

/** Brings the names in folders to stable storage, one after the other; stops at the first that fails. */
export async function syncFolders(write: WritePort, folders: readonly WorkspacePath[]): Promise<PortResult<void>> {
  for (const folder of folders) {
    const synced = await write.syncFolder(folder);
    if (synced.isErr()) return synced;
  }
  return ok();
}
