import type { FileContent, ListAndRead } from 'prometeu-packer';
import { findFolder } from './find-place.js';
import { inBatch } from './in-batch.js';
import { listMemoryFolder } from './list-memory-folder.js';
import type { MemoryDisk } from './memory-disk.js';
import { bytesOf, SPENT_BYTE, statOf, type MemoryFolder } from './memory-node.js';

/** The file of that very name: a disk that takes another name for it gives it by `readFiles` alone. */
function readBeside({ entries }: MemoryFolder, name: string, maxBytes: number): FileContent | null {
  for (const entry of entries.values()) {
    if (entry.name !== name || entry.node.kind !== 'file' || entry.node.length > maxBytes) continue;
    return { bytes: bytesOf(entry.node).slice(), stat: statOf(entry.node) };
  }
  return null;
}

/** `listAndRead` of a workspace in memory. */
export function createMemoryListAndRead(disk: MemoryDisk): ListAndRead['run'] {
  return (paths, { name, maxBytes }, visit, options) =>
    inBatch(disk, {
      operation: 'list',
      items: paths,
      pathOf: (path) => path,
      work: (path) =>
        findFolder(disk, 'list', path).map((folder) => ({
          entries: listMemoryFolder(disk, folder),
          content: readBeside(folder, name, maxBytes),
        })),
      visit: (index, listed) => {
        visit(index, listed);
        if (listed.isOk()) listed.value.content?.bytes.fill(SPENT_BYTE);
      },
      options,
    });
}
