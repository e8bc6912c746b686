import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ExpectedFolder, ListOf } from './expected-folder.js';
import type { PortResult } from './port-error.js';

/** What stands at a path. Symlinks are never followed; `other` is a device, a socket, a pipe. */
export type EntryKind = 'file' | 'folder' | 'symlink' | 'other';

/** What the host says of a path without reading it. */
export interface EntryStat {
  /** What stands there. */
  readonly kind: EntryKind;
  /** Bytes; 0 for anything but a file. */
  readonly size: number;
  /** Last modification in milliseconds since 1970, with what fraction the host gives. A hint, never proof of sameness. */
  readonly modifiedMs: number;
}

/** One name in a folder, exactly as the host gives it: not yet checked in any way. */
export interface FolderEntry {
  /** The name; may be anything, also nothing a workspace path could hold. */
  readonly name: string;
  /** What stands there. */
  readonly kind: EntryKind;
}

/** A file wanted by {@link ReadPort.readFiles}. */
export interface ReadRequest {
  /** Which file. */
  readonly path: WorkspacePath;
  /** Most bytes to read; a file that says it is larger answers `too-large` without being opened. */
  readonly maxBytes: number;
}

/** A file's bytes and what the host said of the very file that was read. */
export interface FileContent {
  /**
   * The bytes, a plain Uint8Array (a Buffer's `slice` would not copy). Valid only until the visitor returns: the port
   * may reuse the memory. Copy what is kept.
   */
  readonly bytes: Uint8Array;
  /** The stat of the opened file. */
  readonly stat: EntryStat;
}

/** Options of every batch call. */
export interface BatchOptions {
  /** Stops the batch with an `aborted` error; items without an answer then get none. */
  readonly signal?: AbortSignal;
}

/**
 * Takes the answer for request `index`. Called exactly once a request, in any order, before the batch's promise
 * settles, and must not throw.
 */
export type BatchVisitor<T> = (index: number, result: PortResult<T>) => void;

/** A file held open for reading. Close it whatever happened. */
export interface ReadHandle {
  /** The stat of the opened file. */
  readonly stat: EntryStat;
  /**
   * Reads into the start of `into` from byte `position`; answers how many bytes, which may be fewer than fit, and 0
   * only at the end of the file. `lost` after close; `unsupported` for a position that is no whole number from 0.
   */
  read(into: Uint8Array, position: number): Promise<PortResult<number>>;
  /** Frees the handle; again, it does nothing. */
  close(): Promise<PortResult<void>>;
}

/**
 * How the packer reads. Every method takes a list, since a promise for each small file costs many times what reading
 * it does: an adapter works through the list in slices and lets its host's event loop run in between.
 *
 * The port follows no symlink, neither at the path nor in any folder above it (below the root): it answers `symlink`;
 * only `statPaths` tells of a symlink at the path itself. It opens nothing but regular files: anything else answers
 * `not-a-file` without being opened. A path below something that is no folder answers `not-a-folder`.
 * The outer Result is an error only where the batch as a whole could not run, such as `aborted`.
 */
export interface ReadPort {
  /** Whether the host tells `A` from `a` in names. */
  readonly caseSensitive: boolean;
  /**
   * Reads whole files. One that changes while it is read is read once more, then answers `changed`.
   *
   * @example
   * ```ts
   * const sizes = new Map<string, number>();
   * const done = await port.readFiles([{ path, maxBytes: 65536 }], (index, file) => {
   *   if (file.isOk()) sizes.set(path, file.value.bytes.length);
   * });
   * ```
   */
  readFiles(requests: readonly ReadRequest[], visit: BatchVisitor<FileContent>, options?: BatchOptions): Promise<PortResult<void>>;
  /** Asks what stands at each path. */
  statPaths(paths: readonly WorkspacePath[], visit: BatchVisitor<EntryStat>, options?: BatchOptions): Promise<PortResult<void>>;
  /**
   * Lists folders, one level, names in any order. The root is the empty path. A name the host cannot give as text has
   * U+FFFD in place of what is no text, and cannot be opened by it.
   */
  listFolders(
    paths: readonly WorkspacePath[],
    visit: BatchVisitor<readonly FolderEntry[]>,
    options?: BatchOptions,
  ): Promise<PortResult<void>>;
  /**
   * Says which folders are no longer as expected, by their places in the list: one of another time, or that holds no regular
   * file of a name, size and time that are expected. It may name one too many, never one too few: what cannot be looked at is
   * named. Only a port whose folders keep the time of the last change of a name in them has it; else the same is asked by
   * `listFolders` and `statPaths`, which takes longer.
   */
  findChanged?(folders: ListOf<ExpectedFolder>, options?: BatchOptions): Promise<PortResult<readonly number[]>>;
  /** Opens a file for reading in pieces: for what is too large to be read whole. */
  openFile(path: WorkspacePath): Promise<PortResult<ReadHandle>>;
}
