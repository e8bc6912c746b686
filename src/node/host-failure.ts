import { portFailure, type PortErrorKind, type PortOperation } from 'prometeu-packer';

const KINDS: ReadonlyMap<string, PortErrorKind> = new Map<string, PortErrorKind>([
  ['ENOENT', 'not-found'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EEXIST', 'exists'],
  ['EISDIR', 'not-a-file'],
  ['ENXIO', 'not-a-file'], // a socket, or a pipe without a reader
  ['ENOTDIR', 'not-a-folder'],
  ['ELOOP', 'symlink'], // also what O_NOFOLLOW answers
  ['ENOTEMPTY', 'folder-not-empty'],
  ['ENOSPC', 'no-space'],
  ['EDQUOT', 'no-space'],
  ['EROFS', 'read-only'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
  ['EAGAIN', 'busy'],
  ['EMFILE', 'too-many-open'],
  ['ENFILE', 'too-many-open'],
  ['EXDEV', 'cross-device'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EBADF', 'lost'], // what a closed FileHandle answers
  ['EINVAL', 'unsupported'],
  ['ENOSYS', 'unsupported'],
  ['ENOTSUP', 'unsupported'],
  ['EOPNOTSUPP', 'unsupported'],
]);

/**
 * The host's own name for what was thrown: the errno name, else the name of the error. Never its message, which may
 * hold absolute paths.
 */
export function errnoOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown';
  const { code } = thrown as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : thrown.name;
}

/** Makes a port error of what the host threw: the errno by this one table, all else `io`. */
export function hostFailure(thrown: unknown, operation: PortOperation, path: string) {
  const errno = errnoOf(thrown);
  return portFailure(KINDS.get(errno) ?? 'io', operation, path, errno);
}
