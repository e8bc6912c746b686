import { compareStrings } from '../base/compare-strings.js';
import type { Diagnostic } from './diagnostic.js';
import { fileOf, offsetOf } from './location.js';

/** The one order of diagnostics: file by code units, offset, code, fingerprint. The same on every machine. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareStrings(fileOf(a.location), fileOf(b.location)) ||
    offsetOf(a.location) - offsetOf(b.location) ||
    compareStrings(a.code, b.code) ||
    compareStrings(a.fingerprint, b.fingerprint)
  );
}
