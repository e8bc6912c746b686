import type { Diagnostic } from './diagnostic.js';
import type { Severity } from './severity.js';

/** How many findings of each severity there are. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * Counts findings by severity, those that a list only counts and does not show included: a verdict rests on these.
 *
 * @example
 * ```ts
 * import { countDiagnostics, readWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const read = await readWorkspace(createMemoryWorkspace({ 'assets/palette/asset.json': '{' }));
 * if (read.isOk()) console.log(countDiagnostics(read.value.diagnostics)); // { error: 2, warning: 0, info: 0 }
 * ```
 */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const diagnostic of diagnostics) {
    counts[diagnostic.severity] += 1;
    if (diagnostic.code === 'DIAGNOSTICS_OMITTED') {
      const { severity, shown, total } = (diagnostic as Diagnostic<'DIAGNOSTICS_OMITTED'>).data;
      counts[severity] += total - shown;
    }
  }
  return counts;
}

/**
 * Whether any finding is an error, one that a list only counts included.
 *
 * @example
 * ```ts
 * import { hasErrors, readWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const read = await readWorkspace(createMemoryWorkspace({ 'assets/palette/asset.json': '{' }));
 * console.log(read.isOk() && hasErrors(read.value.diagnostics)); // true
 * ```
 */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return countDiagnostics(diagnostics).error > 0;
}
