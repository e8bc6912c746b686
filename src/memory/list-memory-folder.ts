import type { FolderEntry } from 'prometeu-packer';
import type { MemoryDisk } from './memory-disk.js';
import type { MemoryFolder } from './memory-node.js';

/** The names in a folder, in the order in which the host happens to give them. */
export function listMemoryFolder({ arrange }: MemoryDisk, { entries }: MemoryFolder): readonly FolderEntry[] {
  const listed = [...entries.values()].map(({ name, node }) => ({ name, kind: node.kind }));
  return arrange(listed.sort((a, b) => (a.name < b.name ? -1 : 1)));
}
