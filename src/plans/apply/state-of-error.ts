import { err, ok } from 'neverthrow';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { PortError, PortResult } from '../../ports/port-error.js';

/**
 * What a failed read says of what stands at the path: nothing, something else than a file, or a file that is not the one
 * expected. Every other error says nothing of it, and stays one.
 */
export function stateOfError(error: PortError): PortResult<PathState> {
  switch (error.kind) {
    case 'not-found':
    case 'not-a-folder':
      return ok({ kind: 'absent' });
    case 'not-a-file':
    case 'symlink':
      return ok({ kind: error.kind });
    case 'too-large':
    case 'changed':
      return ok({ kind: 'file', sha256: null, length: null });
    default:
      return err(error);
  }
}
