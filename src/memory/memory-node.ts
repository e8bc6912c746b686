import type { EntryStat } from 'prometeu-packer';

/** A file. Its bytes are the first `length` of a buffer that grows ahead of them. */
export interface MemoryFile {
  readonly kind: 'file';
  buffer: Uint8Array;
  length: number;
  modifiedMs: number;
}

/** A folder. Its entries are found by key: the name as the workspace compares names. */
export interface MemoryFolder {
  readonly kind: 'folder';
  readonly entries: Map<string, { readonly name: string; readonly node: MemoryNode }>;
  modifiedMs: number;
}

/** A symlink, whose target nothing ever follows, or something that is neither file nor folder. */
export interface MemoryOddity {
  readonly kind: 'symlink' | 'other';
  readonly modifiedMs: number;
}

/** What a name in a folder stands for. Its identity outlives a rename, as an inode's does. */
export type MemoryNode = MemoryFile | MemoryFolder | MemoryOddity;

/** Makes a file that holds these very bytes: they are not copied. */
export function createFileNode(bytes: Uint8Array, modifiedMs: number): MemoryFile {
  return { kind: 'file', buffer: bytes, length: bytes.length, modifiedMs };
}

/** Makes an empty folder. */
export function createFolderNode(modifiedMs: number): MemoryFolder {
  return { kind: 'folder', entries: new Map(), modifiedMs };
}

/** The bytes of a file: a view that later writes may change. */
export function bytesOf(file: MemoryFile): Uint8Array {
  return file.buffer.subarray(0, file.length);
}

/** The stat of what stands there. */
export function statOf(node: MemoryNode): EntryStat {
  return { kind: node.kind, size: node.kind === 'file' ? node.length : 0, modifiedMs: node.modifiedMs };
}
