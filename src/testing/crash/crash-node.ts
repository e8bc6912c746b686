/** A file of a crash disk. Its arrays of bytes are never changed, only replaced: images share them. */
export interface CrashFile {
  /** Tells it from a folder. */
  readonly kind: 'file';
  /** What was on stable storage when the disk was mounted. */
  readonly base: Uint8Array;
  /** What the program sees. */
  bytes: Uint8Array;
  /** When it changed last. */
  modifiedMs: number;
}

/** A folder of a crash disk. */
export interface CrashFolder {
  /** Tells it from a file. */
  readonly kind: 'folder';
  /** The names that were on stable storage when the disk was mounted. */
  readonly base: ReadonlyMap<string, CrashNode>;
  /** The names that the program sees. */
  readonly entries: Map<string, CrashNode>;
  /** When it changed last. */
  modifiedMs: number;
}

/** What a name stands for. It is the same one under every name: a rename carries names about, not data. */
export type CrashNode = CrashFile | CrashFolder;

/** Makes a file. `base` is empty for one that the program creates. */
export function createCrashFile(base: Uint8Array, modifiedMs: number): CrashFile {
  return { kind: 'file', base, bytes: base, modifiedMs };
}

/** Makes an empty folder. */
export function createCrashFolder(modifiedMs: number, base: ReadonlyMap<string, CrashNode> = new Map()): CrashFolder {
  return { kind: 'folder', base, entries: new Map(base), modifiedMs };
}
