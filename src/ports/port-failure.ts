import { err, type Err } from 'neverthrow';
import type { PortError, PortErrorKind, PortOperation } from './port-error.js';

/**
 * Makes the answer of a failed port operation. `detail` is the kind itself where the host has no word of its own.
 *
 * @example
 * ```ts
 * import { portFailure } from 'prometeu-packer';
 *
 * console.log(portFailure('denied', 'read', 'assets/hero/idle.png', 'EACCES').error.kind); // denied
 * ```
 */
export function portFailure(kind: PortErrorKind, operation: PortOperation, path: string, detail: string = kind): Err<never, PortError> {
  return err({ kind, operation, path, detail });
}
