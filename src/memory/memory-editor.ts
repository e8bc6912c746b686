import type { MemoryDisk } from './memory-disk.js';
import { bytesOf, createFileNode, createFolderNode, type MemoryFolder, type MemoryNode } from './memory-node.js';

/** What a file is made of: its bytes, or its text, which becomes UTF-8. */
export type MemoryContent = Uint8Array | string;

/**
 * Edits a workspace from outside, as a person or another program does: at once, past ports and faults. Any text between
 * slashes is a name here, also one that no workspace path can hold, since disks have such names. What is in the way is
 * replaced; folders on the way are made.
 */
export interface MemoryEditor {
  /** Every file by its path, in code-unit order, with a copy of its bytes. */
  readonly files: () => Map<string, Uint8Array>;
  /** Makes a file, or gives it other bytes. */
  readonly set: (path: string, content: MemoryContent) => void;
  /** Makes a folder. */
  readonly folder: (path: string) => void;
  /** Makes a symlink; where it leads does not matter, since nothing follows it. */
  readonly symlink: (path: string) => void;
  /** Makes something that is neither file, folder nor symlink. */
  readonly special: (path: string) => void;
  /** Removes what stands there, with all below it. */
  readonly delete: (path: string) => void;
}

function toBytes(content: MemoryContent): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
}

function* filesBelow(folder: MemoryFolder, prefix: string): Generator<[string, Uint8Array]> {
  for (const { name, node } of folder.entries.values()) {
    if (node.kind === 'file') yield [prefix + name, bytesOf(node).slice()];
    if (node.kind === 'folder') yield* filesBelow(node, `${prefix}${name}/`);
  }
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '');
}

/** Makes the editor of a workspace in memory. */
export function createMemoryEditor({ root, keyOf, clock }: MemoryDisk): MemoryEditor {
  const childOf = (folder: MemoryFolder, name: string) => folder.entries.get(keyOf(name))?.node;
  const put = (folder: MemoryFolder, name: string, node: MemoryNode) => {
    folder.entries.set(keyOf(name), { name, node });
    folder.modifiedMs = clock();
  };
  const makeFolder = (names: readonly string[]): MemoryFolder => {
    let folder = root;
    for (const name of names) {
      const found = childOf(folder, name);
      const next = found?.kind === 'folder' ? found : createFolderNode(clock());
      if (next !== found) put(folder, name, next);
      folder = next;
    }
    return folder;
  };
  const plant = (path: string, node: MemoryNode) => {
    const names = namesOf(path);
    const name = names.at(-1);
    if (name !== undefined) put(makeFolder(names.slice(0, -1)), name, node);
  };
  return {
    files: () => new Map([...filesBelow(root, '')].sort(([a], [b]) => (a < b ? -1 : 1))),
    set: (path, content) => plant(path, createFileNode(toBytes(content), clock())),
    folder: (path) => void makeFolder(namesOf(path)),
    symlink: (path) => plant(path, { kind: 'symlink', modifiedMs: clock() }),
    special: (path) => plant(path, { kind: 'other', modifiedMs: clock() }),
    delete: (path) => {
      const names = namesOf(path);
      let folder = root;
      for (const name of names.slice(0, -1)) {
        const next = childOf(folder, name);
        if (next?.kind !== 'folder') return;
        folder = next;
      }
      folder.entries.delete(keyOf(names.at(-1) ?? ''));
      folder.modifiedMs = clock();
    },
  };
}
