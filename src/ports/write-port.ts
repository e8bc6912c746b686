import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortResult } from './port-error.js';

/** What a write port can promise; a plan that needs more is refused before anything is written. */
export interface WriteCapabilities {
  /** `rename` replaces an existing file in one step that is seen whole or not at all. */
  readonly atomicReplace: boolean;
  /** `sync` and `syncFolder` reach stable storage. False on hosts that cannot flush folders, or keep nothing at all. */
  readonly durable: boolean;
}

/** A file being written, created by this handle. Close it whatever happened. */
export interface WriteHandle {
  /**
   * Writes `bytes` at byte `position` and answers how many were written, which may be fewer than given but not 0, unless
   * none were given: call again with the rest. `lost` after close; `unsupported` for a position that is no whole number
   * from 0.
   */
  write(bytes: Uint8Array, position: number): Promise<PortResult<number>>;
  /**
   * Brings what was written to stable storage; `lost` after close. It may be called while a write is under way, whose bytes
   * it then may leave out. After an error the content is unknown, and each
   * later sync of this handle answers the same error: start over with another file.
   */
  sync(): Promise<PortResult<void>>;
  /** Frees the handle; again, it does nothing. Closing does not sync. */
  close(): Promise<PortResult<void>>;
}

/** Who holds a lock, as data that another process can judge. */
export interface LockOwner {
  /** Made anew for each lock taken, never twice: 8 to 32 lower-case hexadecimal digits. */
  readonly token: string;
  /** Tells the machine, and the process table where a machine has several, from every other. Starts with its name. */
  readonly host: string;
  /** Changes with every start of the machine; empty where the host has none. */
  readonly bootId: string;
  /** Process number; 0 where there are no processes. */
  readonly pid: number;
  /** When that process started, in the host's own terms; empty where unknown. Tells a reused process number. */
  readonly processStart: string;
}

/** A lock that was taken. */
export interface Lock {
  /** Who holds it: this caller. */
  readonly owner: LockOwner;
  /** Err `lost` where someone removed or replaced the lock meanwhile, or it was released. */
  check(): Promise<PortResult<void>>;
  /** Gives it back. Err `lost` where it was no longer ours; then nothing is removed. */
  release(): Promise<PortResult<void>>;
}

/** The answer where another owner holds the lock, who may be this very process. */
export interface LockHeld {
  /** Tells it from a lock. */
  readonly held: true;
  /** Who holds it; null where the lock's content cannot be read. */
  readonly owner: LockOwner | null;
}

/**
 * How the packer writes; only the apply engine calls it. Paths never lead through a symlink: such a call answers
 * `symlink` and changes nothing.
 */
export interface WritePort {
  /** What this port can promise. */
  readonly capabilities: WriteCapabilities;
  /** Makes one folder in a folder that exists. `exists` where anything stands there already. */
  makeFolder(path: WorkspacePath): Promise<PortResult<void>>;
  /**
   * Creates a file that does not exist yet and opens it for writing; `exists` where anything stands there already, also
   * a symlink that leads nowhere.
   */
  createFile(path: WorkspacePath): Promise<PortResult<WriteHandle>>;
  /**
   * Renames a file over a file or to a free name, or a folder to a free name. What stands at `to`, where it may not:
   * `not-a-file` for a folder under a file, `exists` for anything under a folder, `symlink`. A folder into itself:
   * `unsupported`. Nothing changes on an error.
   */
  rename(from: WorkspacePath, to: WorkspacePath): Promise<PortResult<void>>;
  /** Removes a file, a symlink itself, or an empty folder. The root answers `unsupported`, a device `not-a-file`. */
  remove(path: WorkspacePath): Promise<PortResult<void>>;
  /** Brings the names in a folder to stable storage. The root is the empty path. */
  syncFolder(path: WorkspacePath): Promise<PortResult<void>>;
  /**
   * Takes the lock that the file at `path` stands for; its folder exists. The file holds the owner as
   * `formatLockOwner` writes it. A lock is taken over only where its owner is proven dead (`isProvenDead`).
   * A lock that nobody can be read from is held.
   */
  lock(path: WorkspacePath): Promise<PortResult<Lock | LockHeld>>;
  /**
   * Takes away a lock that its owner left behind, for a person who names the owner's token: only the lock with this very
   * token. `not-found` where there is none; `lost` where another holds it, or nobody can be read from it; `busy`
   * where another is about to break it or to take it over. Then nothing is removed.
   */
  breakLock(path: WorkspacePath, token: string): Promise<PortResult<void>>;
}
