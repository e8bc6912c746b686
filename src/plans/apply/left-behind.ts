import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PortError } from '../../ports/port-error.js';

/** Says that a staged file, or a folder made for one, could not be removed. */
export function leftBehind(path: string, { kind, detail }: PortError): Diagnostic<'PLAN_STAGED_FILE_LEFT'> {
  return diagnose('PLAN_STAGED_FILE_LEFT', {
    artifact: 'plan',
    location: { kind: 'file', file: path },
    data: { path, reason: kind, detail },
  });
}
