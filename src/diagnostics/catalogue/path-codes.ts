import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface PathDiagnosticData {
  /** A path is empty. */
  readonly PATH_EMPTY: {
    readonly path: '';
  };
  /** A path begins at a root, a drive, a server or a scheme. */
  readonly PATH_NOT_RELATIVE: {
    /** The path as found. */
    readonly path: string;
    /** UTF-16 code units from its start to what is at fault. */
    readonly index: number;
    /** What it begins with, and what makes of it. */
    readonly beginning: string;
    readonly form: 'absolute' | 'unc' | 'drive' | 'scheme';
  };
  /** A path holds the segment "..". */
  readonly PATH_ESCAPES_ROOT: {
    /** The path as found. */
    readonly path: string;
    /** UTF-16 code units from its start to what is at fault. */
    readonly index: number;
  };
  /** A path is not in its one stored form. */
  readonly PATH_NOT_NORMALIZED: {
    /** The path as found. */
    readonly path: string;
    /** UTF-16 code units from its start to what is at fault. */
    readonly index: number;
    /** A segment ".", or an empty one as in "a//b" and "a/". */
    readonly problem: 'dot-segment' | 'empty-segment';
  };
  /** A name cannot be used, or means something else, on some platform. */
  readonly PATH_NOT_PORTABLE: {
    /** The path as found. */
    readonly path: string;
    /** UTF-16 code units from its start to what is at fault. */
    readonly index: number;
    /** The name at fault. */
    readonly segment: string;
    /** Which rule it breaks. */
    readonly problem:
      'slash' | 'backslash' | 'control-character' | 'reserved-character' | 'reserved-name' | 'leading-space' | 'trailing-dot-or-space';
  };
  /** A name is not valid UTF-8, so the file behind it cannot be opened by it. */
  readonly PATH_NOT_UTF8: {
    /** The path as found. */
    readonly path: string;
    /** UTF-16 code units from its start to what is at fault. */
    readonly index: number;
    /** U+FFFD, which stands for bytes on disk that are not UTF-8, or half of a surrogate pair. */
    readonly problem: 'replacement-character' | 'lone-surrogate';
  };
  /** A name or a path takes more bytes than every platform allows. */
  readonly PATH_TOO_LONG: {
    /** The path as found. */
    readonly path: string;
    /** What is too long: one name in the path, or all of it. */
    readonly part: 'segment' | 'path';
    /** Its UTF-8 bytes. */
    readonly bytes: number;
    /** Most UTF-8 bytes it may have. */
    readonly limit: number;
  };
  /** Names in one folder are one name on some disks. */
  readonly PATH_COLLISION: {
    /** Path of the folder that holds the names. */
    readonly folder: string;
    /** Two or more names that some disk takes for one, in code-unit order. */
    readonly names: readonly string[];
  };
  /** A symlink stands inside the workspace. */
  readonly PATH_SYMLINK: {
    /** Path of the symlink. */
    readonly path: string;
  };
  /** A path leads to something of the wrong kind: a device, a socket, a pipe, or a folder in place of a file. */
  readonly PATH_SPECIAL_FILE: {
    /** The path. */
    readonly path: string;
    /** What stands there; `other` is a device, a socket or a pipe. */
    readonly found: 'file' | 'folder' | 'other';
    /** What should stand there. */
    readonly expected: 'file' | 'folder';
  };
  /** A path uses a name that is the packer's own. */
  readonly PATH_OWNED: {
    /** The path as found. */
    readonly path: string;
    /** The name in it that is the packer's own. */
    readonly segment: string;
  };
}

/** Codes of this area. */
export const pathCodes: CodeArea<PathDiagnosticData> = {
  PATH_EMPTY: {
    severity: 'error',
    message: () => 'the path is empty; expected names with / between them',
  },
  PATH_NOT_RELATIVE: {
    severity: 'error',
    message: ({ path, beginning }) => `${quote(path)} begins with ${quote(beginning)}; expected a relative path`,
  },
  PATH_ESCAPES_ROOT: {
    severity: 'error',
    message: ({ path, index }) => `${quote(path)} has ".." at index ${index}; expected a path that only goes down`,
  },
  PATH_NOT_NORMALIZED: {
    severity: 'error',
    message: ({ path, index, problem }) =>
      `${quote(path)} has ${problem === 'dot-segment' ? 'the segment "."' : 'an empty segment'} at index ${index}; expected names only`,
  },
  PATH_NOT_PORTABLE: {
    severity: 'error',
    message: ({ path, segment, index, problem }) =>
      `${quote(path)} is not portable: ${problem.replaceAll('-', ' ')} in ${quote(segment)} at index ${index}`,
  },
  PATH_NOT_UTF8: {
    severity: 'error',
    message: ({ path, index, problem }) =>
      `${quote(path)} has a ${problem.replaceAll('-', ' ')} at index ${index}; expected a name that is valid UTF-8`,
  },
  PATH_TOO_LONG: {
    severity: 'error',
    message: ({ path, part, bytes, limit }) =>
      `${part === 'path' ? 'the path' : 'a name in'} ${quote(path)} takes ${bytes} bytes; expected at most ${limit}`,
  },
  PATH_COLLISION: {
    severity: 'error',
    message: ({ folder, names }) => {
      const shown = names.slice(0, 5).map(quote).join(', ');
      return `${names.length} names in ${quote(folder)} are one name on some disks: ${shown}${names.length > 5 ? ', …' : ''}`;
    },
  },
  PATH_SYMLINK: {
    severity: 'error',
    message: ({ path }) => `${quote(path)} is a symlink; expected a file or a folder`,
  },
  PATH_SPECIAL_FILE: {
    severity: 'error',
    message: ({ path, found, expected }) =>
      `${quote(path)} is ${found === 'other' ? 'a device, a socket or a pipe' : `a ${found}`}; expected a ${expected}`,
  },
  PATH_OWNED: {
    severity: 'error',
    message: ({ path, segment }) => `${quote(path)} uses the name ${quote(segment)}, which is the packer's own`,
  },
};
