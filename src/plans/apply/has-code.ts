import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** Whether a diagnostic has a code, and so the data of that code. */
export function hasCode<Code extends DiagnosticCode>(diagnostic: Diagnostic, code: Code): diagnostic is Diagnostic<Code> {
  return diagnostic.code === code;
}
