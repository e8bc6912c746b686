import type { Place } from './find-place.js';
import type { MemoryDisk } from './memory-disk.js';
import type { MemoryNode } from './memory-node.js';

/** Makes the name at a place stand for something, spelled as asked, in place of what stands there. */
export function putEntry({ clock }: MemoryDisk, { folder, key, name }: Place, node: MemoryNode): void {
  folder.entries.set(key, { name, node });
  folder.modifiedMs = clock();
}

/** Frees the name at a place. */
export function dropEntry({ clock }: MemoryDisk, { folder, key }: Place): void {
  folder.entries.delete(key);
  folder.modifiedMs = clock();
}
