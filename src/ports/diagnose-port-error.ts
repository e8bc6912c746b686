import type { DiagnosticSubject } from '../diagnostics/artifact-kind.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import type { PortError, PortErrorKind } from './port-error.js';

const CODES = {
  'not-found': 'IO_NOT_FOUND',
  denied: 'IO_DENIED',
  exists: 'IO_EXISTS',
  'not-a-file': 'IO_WRONG_KIND',
  'not-a-folder': 'IO_WRONG_KIND',
  'folder-not-empty': 'IO_FOLDER_NOT_EMPTY',
  'too-large': 'IO_TOO_LARGE',
  changed: 'IO_CHANGED',
  'no-space': 'IO_NO_SPACE',
  'read-only': 'IO_READ_ONLY',
  busy: 'IO_BUSY',
  'too-many-open': 'IO_TOO_MANY_OPEN',
  'cross-device': 'IO_CROSS_DEVICE',
  'name-too-long': 'IO_NAME_TOO_LONG',
  lost: 'IO_LOST',
  aborted: 'IO_ABORTED',
  unsupported: 'IO_UNSUPPORTED',
  io: 'IO_FAILED',
  broken: 'IO_BROKEN_PORT',
} as const satisfies Record<Exclude<PortErrorKind, 'symlink'>, string>;

/**
 * Tells a failed port operation as a diagnostic at the path it is about.
 *
 * Codes: one for each kind of port error, IO_NOT_FOUND to IO_BROKEN_PORT; PATH_SYMLINK for a symlink.
 *
 * @param artifact - what the operation was for.
 *
 * @example
 * ```ts
 * import { diagnosePortError } from 'prometeu-packer';
 *
 * const error = { kind: 'denied', operation: 'read', path: 'assets/palette/colours.bin', detail: 'EACCES' } as const;
 * console.log(diagnosePortError(error, 'asset').code); // IO_DENIED
 * ```
 */
export function diagnosePortError({ kind, operation, path, detail }: PortError, artifact: DiagnosticSubject): Diagnostic {
  const location: Location = path === '' ? { kind: 'workspace' } : { kind: 'file', file: path };
  const finding = { artifact, location, subject: operation };
  if (kind === 'symlink') return diagnose('PATH_SYMLINK', { ...finding, data: { path } });
  return diagnose(CODES[kind], { ...finding, data: { operation, path, kind, detail } });
}
