import { hasErrors } from './count-diagnostics.js';
import type { Diagnostic } from './diagnostic.js';

/** The findings that are no errors, for an operation that none of them stops: the count of errors that a list leaves out goes with them. */
export function withoutErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((found) => !hasErrors([found]));
}
