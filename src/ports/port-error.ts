import type { Result } from 'neverthrow';

/**
 * Every reason a port may give, in terms that callers act on.
 *
 * - `not-found`: nothing stands there. - `denied`: the host forbids it.
 * - `exists`: something stands where nothing may. - `not-a-file`, `not-a-folder`, `symlink`: another kind stands there,
 *   or, for the last two, in place of a folder above it.
 * - `folder-not-empty`: a folder to be removed still holds entries. - `too-large`: over the caller's byte limit.
 * - `changed`: it changed while it was read. - `no-space`, `read-only`, `busy`, `too-many-open`, `cross-device`,
 *   `name-too-long`: as the host says. - `lost`: a lock is no longer ours, or a handle is closed.
 * - `aborted`: the caller's signal fired. - `unsupported`: this port cannot do it. - `io`: any other fault of the host.
 * - `broken`: the port itself broke its contract (it threw, or answered twice, or not at all).
 */
export const PORT_ERROR_KINDS = [
  'not-found',
  'denied',
  'exists',
  'not-a-file',
  'not-a-folder',
  'symlink',
  'folder-not-empty',
  'too-large',
  'changed',
  'no-space',
  'read-only',
  'busy',
  'too-many-open',
  'cross-device',
  'name-too-long',
  'lost',
  'aborted',
  'unsupported',
  'io',
  'broken',
] as const;

/** Why a port could not do what it was asked: one of {@link PORT_ERROR_KINDS}. */
export type PortErrorKind = (typeof PORT_ERROR_KINDS)[number];

/** The operations a port offers, named in its errors. `close` belongs to handles, `check` and `unlock` to locks. */
export type PortOperation =
  | 'read'
  | 'stat'
  | 'list'
  | 'open'
  | 'create'
  | 'write'
  | 'sync'
  | 'close'
  | 'rename'
  | 'remove'
  | 'make-folder'
  | 'sync-folder'
  | 'lock'
  | 'check'
  | 'unlock';

/** A failed port operation, as plain data. */
export interface PortError {
  /** What to act on. */
  readonly kind: PortErrorKind;
  /** Which operation failed. */
  readonly operation: PortOperation;
  /**
   * The workspace path it is about: the one asked for, or the folder above it that is at fault; of a rename the path at
   * fault. Empty for the root, and for a batch as a whole.
   */
  readonly path: string;
  /** The host's own word for it, where it has one (`EACCES`), else the kind or a short reason. Never an absolute path. */
  readonly detail: string;
}

/** The answer of a port: a value or an error, never a throw. */
export type PortResult<T> = Result<T, PortError>;
