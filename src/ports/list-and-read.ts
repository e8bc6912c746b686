import type { ListAndRead, ReadPort } from './read-port.js';

/** The port's way to list and read at once; null where it has none, or one that stands for other methods than it has. */
export function findListAndRead(port: ReadPort): ListAndRead | null {
  const found = port.listAndRead as Partial<ListAndRead> | null | undefined; // of a port that is not trusted
  const insteadOf = found?.insteadOf;
  const isItsOwn = insteadOf?.listFolders === port.listFolders && insteadOf.readFiles === port.readFiles;
  return isItsOwn && typeof found?.run === 'function' ? (found as ListAndRead) : null;
}
