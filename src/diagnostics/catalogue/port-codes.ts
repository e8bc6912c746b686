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
    message: /* @__PURE__ */ because('nothing stands there'),
  },
  IO_DENIED: {
    severity: 'error',
    message: /* @__PURE__ */ because('access is denied'),
  },
  IO_EXISTS: {
    severity: 'error',
    message: /* @__PURE__ */ because('something stands there already'),
  },
  IO_WRONG_KIND: {
    severity: 'error',
    message: /* @__PURE__ */ because('another kind of entry stands there'),
  },
  IO_FOLDER_NOT_EMPTY: {
    severity: 'error',
    message: /* @__PURE__ */ because('the folder is not empty'),
  },
  IO_TOO_LARGE: {
    severity: 'error',
    message: /* @__PURE__ */ because('the file is over the limit'),
  },
  IO_CHANGED: {
    severity: 'error',
    message: /* @__PURE__ */ because('it changed meanwhile'),
  },
  IO_NO_SPACE: {
    severity: 'error',
    message: /* @__PURE__ */ because('no space is left'),
  },
  IO_READ_ONLY: {
    severity: 'error',
    message: /* @__PURE__ */ because('the disk is read-only'),
  },
  IO_BUSY: {
    severity: 'error',
    message: /* @__PURE__ */ because('another program uses it'),
  },
  IO_TOO_MANY_OPEN: {
    severity: 'error',
    message: /* @__PURE__ */ because('too many files are open'),
  },
  IO_CROSS_DEVICE: {
    severity: 'error',
    message: /* @__PURE__ */ because('the two names are on different disks'),
  },
  IO_NAME_TOO_LONG: {
    severity: 'error',
    message: /* @__PURE__ */ because('the path is too long for the host'),
  },
  IO_LOST: {
    severity: 'error',
    message: /* @__PURE__ */ because('it is no longer held'),
  },
  IO_ABORTED: {
    severity: 'error',
    message: /* @__PURE__ */ because('it was cancelled'),
  },
  IO_UNSUPPORTED: {
    severity: 'error',
    message: /* @__PURE__ */ because('it is not supported here'),
  },
  IO_FAILED: {
    severity: 'error',
    message: /* @__PURE__ */ because('the host reports a fault'),
  },
  IO_BROKEN_PORT: {
    severity: 'error',
    message: /* @__PURE__ */ because('the port broke its contract'),
  },
};
