import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** A port operation that failed. */
export interface FailedOperation {
  /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
  readonly operation: string;
  /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
  readonly path: string;
  /** The kind of error that the port gave. */
  readonly kind: string;
  /** The host's own word for it (`EACCES`), or a short reason. */
  readonly detail: string;
}

function because(reason: string): (data: FailedOperation) => string {
  return ({ operation, path, detail }) => {
    const where = path === '' ? 'in the workspace' : quote(path);
    return `${operation.replaceAll('-', ' ')} ${where} failed: ${reason} (${quote(detail)})`;
  };
}

/** The data of each code of this area. */
export interface PortDiagnosticData {
  /** A file or folder that is needed does not exist. */
  readonly IO_NOT_FOUND: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The host forbids access to a file or folder. */
  readonly IO_DENIED: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** Something stands where a new file or folder was to be made. */
  readonly IO_EXISTS: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** A folder, a device, a socket or a pipe stands where a file is expected, or the other way round. */
  readonly IO_WRONG_KIND: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** A folder that was to be removed still holds entries. */
  readonly IO_FOLDER_NOT_EMPTY: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** A file is larger than the limit for files of its kind. */
  readonly IO_TOO_LARGE: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** A file changed while it was read, twice in a row. */
  readonly IO_CHANGED: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The disk, or the share of it that the user may fill, is full. */
  readonly IO_NO_SPACE: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The workspace is on a disk that is mounted read-only. */
  readonly IO_READ_ONLY: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** Another program holds a file or folder open so that it cannot be changed. */
  readonly IO_BUSY: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The host lets this process, or all together, open no more files. */
  readonly IO_TOO_MANY_OPEN: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** A file cannot be renamed from one disk to another. */
  readonly IO_CROSS_DEVICE: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The host takes no path of that length. */
  readonly IO_NAME_TOO_LONG: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** A lock was removed or replaced by someone else, or a handle was used after it was closed. */
  readonly IO_LOST: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The operation was cancelled. */
  readonly IO_ABORTED: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The host, or the port to it, cannot do what was asked. */
  readonly IO_UNSUPPORTED: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The host reported a fault that has no code of its own. */
  readonly IO_FAILED: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
  /** The port to the host broke its contract: it threw, or answered wrongly, twice or not at all. */
  readonly IO_BROKEN_PORT: {
    /** The operation: read, stat, list, open, create, write, sync, rename, remove, lock and so on. */
    readonly operation: string;
    /** Path from the workspace root; empty for the root itself, or where no single path is at fault. */
    readonly path: string;
    /** The kind of error that the port gave. */
    readonly kind: string;
    /** The host's own word for it (`EACCES`), or a short reason. */
    readonly detail: string;
  };
}

/** Codes of this area: what the host, or the port to it, could not do. */
export const portCodes: CodeArea<PortDiagnosticData> = {
  IO_NOT_FOUND: {
    severity: 'error',
    summary: 'A file or folder that is needed does not exist.',
    help: 'Restore it, or correct the path that names it.',
    message: because('nothing stands there'),
  },
  IO_DENIED: {
    severity: 'error',
    summary: 'The host forbids access to a file or folder.',
    help: 'Give the user who runs the packer access to it, and to the folders above it.',
    message: because('access is denied'),
  },
  IO_EXISTS: {
    severity: 'error',
    summary: 'Something stands where a new file or folder was to be made.',
    help: 'Move or remove what stands there, then try again.',
    message: because('something stands there already'),
  },
  IO_WRONG_KIND: {
    severity: 'error',
    summary: 'A folder, a device, a socket or a pipe stands where a file is expected, or the other way round.',
    help: 'Move or remove what stands there, then try again.',
    message: because('another kind of entry stands there'),
  },
  IO_FOLDER_NOT_EMPTY: {
    severity: 'error',
    summary: 'A folder that was to be removed still holds entries.',
    help: 'Move or remove what it holds, then try again.',
    message: because('the folder is not empty'),
  },
  IO_TOO_LARGE: {
    severity: 'error',
    summary: 'A file is larger than the limit for files of its kind.',
    help: 'Make it smaller, or raise the limit in the options. Nothing of it was used.',
    message: because('the file is over the limit'),
  },
  IO_CHANGED: {
    severity: 'error',
    summary: 'A file changed while it was read, twice in a row.',
    help: 'Wait until whatever writes it has finished, then try again.',
    message: because('it changed meanwhile'),
  },
  IO_NO_SPACE: {
    severity: 'error',
    summary: 'The disk, or the share of it that the user may fill, is full.',
    help: 'Make room, then try again.',
    message: because('no space is left'),
  },
  IO_READ_ONLY: {
    severity: 'error',
    summary: 'The workspace is on a disk that is mounted read-only.',
    help: 'Mount it writable, or copy the workspace elsewhere. Reading and checking go on.',
    message: because('the disk is read-only'),
  },
  IO_BUSY: {
    severity: 'error',
    summary: 'Another program holds a file or folder open so that it cannot be changed.',
    help: 'Close that program (an editor, a virus scanner), then try again.',
    message: because('another program uses it'),
  },
  IO_TOO_MANY_OPEN: {
    severity: 'error',
    summary: 'The host lets this process, or all together, open no more files.',
    help: 'Raise the limit of open files, or end what holds them; the packer opens few at a time.',
    message: because('too many files are open'),
  },
  IO_CROSS_DEVICE: {
    severity: 'error',
    summary: 'A file cannot be renamed from one disk to another.',
    help: 'Keep each folder of the workspace whole on one disk.',
    message: because('the two names are on different disks'),
  },
  IO_NAME_TOO_LONG: {
    severity: 'error',
    summary: 'The host takes no path of that length.',
    help: 'Shorten the names, or move the workspace nearer to the top of the disk.',
    message: because('the path is too long for the host'),
  },
  IO_LOST: {
    severity: 'error',
    summary: 'A lock was removed or replaced by someone else, or a handle was used after it was closed.',
    help: 'Find out what removed the lock or closed the file, then try again. Nothing was committed without it.',
    message: because('it is no longer held'),
  },
  IO_ABORTED: {
    severity: 'error',
    summary: 'The operation was cancelled.',
    help: 'Start it again to have it done.',
    message: because('it was cancelled'),
  },
  IO_UNSUPPORTED: {
    severity: 'error',
    summary: 'The host, or the port to it, cannot do what was asked.',
    help: 'Use another disk or another port for this workspace.',
    message: because('it is not supported here'),
  },
  IO_FAILED: {
    severity: 'error',
    summary: 'The host reported a fault that has no code of its own.',
    help: "Look up the host's own word for it; EIO is a failing disk or network.",
    message: because('the host reports a fault'),
  },
  IO_BROKEN_PORT: {
    severity: 'error',
    summary: 'The port to the host broke its contract: it threw, or answered wrongly, twice or not at all.',
    help: 'Run the port contract suite of prometeu-packer/testing on that port.',
    message: because('the port broke its contract'),
  },
};
