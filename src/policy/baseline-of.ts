import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileOf } from '../diagnostics/location.js';
import { isProtectedCode } from './is-protected-code.js';
import type { BaselineEntry } from './policy.js';

/**
 * What a baseline takes for known of findings: each that a policy may leave out, once. What is protected
 * ({@link isProtectedCode}) is not among them, and what a list only counts cannot be; nor is what is told of a baseline itself.
 *
 * @example
 * ```ts
 * import { baselineOf, doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const report = await doctor(createMemoryWorkspace({ 'assets/palette/asset.json': '{ "schema_version": 4, "colour": 1 }' }));
 * if (report.isOk()) console.log(baselineOf(report.value.diagnostics).map(({ code }) => code)); // [ 'STRUCTURE_UNKNOWN_KEY' ]
 * ```
 */
export function baselineOf(diagnostics: readonly Diagnostic[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { fingerprint, code, location } of diagnostics) {
    if (!isProtectedCode(code) && code !== 'POLICY_BASELINE_STALE') entries.set(fingerprint, { fingerprint, code, file: fileOf(location) });
  }
  return [...entries.values()];
}
