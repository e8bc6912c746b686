/** A place in a text file. */
export interface TextPosition {
  /** Line, counted from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, counted from 1. */
  readonly column: number;
  /** Bytes from the start of the file, counted from 0. */
  readonly offset: number;
}

/** A stretch of a text file; `end` is exclusive. */
export interface TextRange {
  /** First position. */
  readonly start: TextPosition;
  /** Position after the last character. */
  readonly end: TextPosition;
}

/** The workspace as a whole, where no single file is at fault. */
export interface WorkspaceLocation {
  /** Tells the locations apart. */
  readonly kind: 'workspace';
}

/** A file or folder as a whole. */
export interface FileLocation {
  /** Tells the locations apart. */
  readonly kind: 'file';
  /** Path from the workspace root, with `/`; for a name that no portable path can hold, the name as found: escape it where it is shown. */
  readonly file: string;
}

/** A place in a JSON text. */
export interface TextLocation {
  /** Tells the locations apart. */
  readonly kind: 'text';
  /** Path from the workspace root, with `/`. */
  readonly file: string;
  /** RFC 6901 pointer to the value at fault; the nearest one that parsed where the text itself is broken. */
  readonly pointer: string;
  /** Where it stands in the text. */
  readonly range: TextRange;
}

/** A place in a binary file. */
export interface BytesLocation {
  /** Tells the locations apart. */
  readonly kind: 'bytes';
  /** Path from the workspace root, with `/`. */
  readonly file: string;
  /** Bytes from the start of the file, counted from 0. */
  readonly offset: number;
  /** How many bytes are meant; 0 for a point between bytes. */
  readonly length: number;
}

/** Where a diagnostic points. */
export type Location = WorkspaceLocation | FileLocation | TextLocation | BytesLocation;

/**
 * The file a location names; the empty string for the workspace as a whole.
 *
 * @example
 * ```ts
 * import { fileOf } from 'prometeu-packer';
 *
 * console.log(fileOf({ kind: 'file', file: 'assets/palette/asset.json' })); // assets/palette/asset.json
 * ```
 */
export function fileOf(location: Location): string {
  return location.kind === 'workspace' ? '' : location.file;
}

/** Bytes from the start of the file to what a location names; 0 where the file as a whole is meant. */
export function offsetOf(location: Location): number {
  switch (location.kind) {
    case 'workspace':
    case 'file':
      return 0;
    case 'text':
      return location.range.start.offset;
    case 'bytes':
      return location.offset;
  }
}
