import { isBytes } from '../base/is-bytes.js';
import type { DiagnosticSubject } from '../diagnostics/artifact-kind.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/**
 * Why something is no content of a file, as programs without types may have it, such as its text; null where it is one.
 * Code: STRUCTURE_WRONG_TYPE.
 */
export function refuseOtherThanBytes(bytes: unknown, artifact: DiagnosticSubject, file: string): Diagnostic | null {
  if (isBytes(bytes)) return null;
  const data = { found: typeof bytes, expected: 'bytes' };
  return diagnose('STRUCTURE_WRONG_TYPE', { artifact, location: { kind: 'file', file }, data });
}
