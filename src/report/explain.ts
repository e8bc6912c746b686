import { severityOf, type DiagnosticCode, type Severity } from 'prometeu-packer';
import { wordsOfCodes } from './words-of-codes.js';

/** What there is to say of a code, whatever it was raised for. */
export interface CodeExplanation {
  /** The code. */
  readonly code: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** One or two sentences: what to do about it. */
  readonly help: string;
}

/**
 * Explains a code of the catalogue.
 *
 * @returns undefined where there is no such code.
 *
 * @example
 * ```ts
 * import { explain } from 'prometeu-packer/report';
 *
 * console.log(explain('REGISTRY_MISSING')?.severity); // error
 * ```
 */
export function explain(code: string): CodeExplanation | undefined {
  const severity = severityOf(code);
  return severity === undefined ? undefined : { code, severity, ...wordsOfCodes[code as DiagnosticCode] };
}
