import type { WorkspacePath } from '../paths/workspace-path.js';

/** A regular file as it was when it was last looked at. */
export interface ExpectedFile {
  /** Its name in the folder. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Last modification, in milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** A list whose items may be made when they are asked for; any array is one. */
export interface ListOf<Item> {
  /** How many there are. */
  readonly length: number;
  /** The item at a place. */
  at(index: number): Item | undefined;
}

/** A folder as it was when it was last looked at. */
export interface ExpectedFolder {
  /** Which. */
  readonly path: WorkspacePath;
  /** When a name last came, went or was replaced in it, in milliseconds since 1970; null where only files of it are asked for. */
  readonly modifiedMs: number | null;
  /** Files in it that are asked for their size and time. */
  readonly files: readonly ExpectedFile[];
}
