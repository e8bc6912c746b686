import type { FolderMove } from '../../artifacts/journal/find-overlap.js';
import { foldersAbove } from '../../paths/folders-above.js';
import type { PortResult } from '../../ports/port-error.js';
import type { WritePort } from '../../ports/write-port.js';

/**
 * Moves a folder to a free place. Folders above the place are made where there are none, and their names are on stable
 * storage before the folder goes into them: else a power cut could lose it with them.
 */
export async function moveFolder(write: WritePort, { from, target }: FolderMove): Promise<PortResult<void>> {
  const above = foldersAbove(target).slice(1); // the root aside; `assets` stands
  for (const folder of above.slice(1)) {
    const made = await write.makeFolder(folder);
    if (made.isErr() && made.error.kind !== 'exists') return made;
  }
  for (const folder of above.slice(0, -1)) {
    const synced = await write.syncFolder(folder);
    if (synced.isErr()) return synced;
  }
  return write.rename(from, target);
}
