import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Produced } from '../../diagnostics/outcome.js';
import type { Applied } from '../../plans/apply/describe-applied.js';

/** What there is to say of a build, of its plan and of carrying it out, in the one order. */
export function tellBuilt(planned: readonly Diagnostic[], { value, diagnostics }: Produced<Applied>): Produced<Applied> {
  const recovered = diagnostics.some(({ code }) => code === 'PLAN_RECOVERED'); // then nothing is pending any more
  const told = planned.filter(({ code }) => !recovered || code !== 'PLAN_TRANSACTION_PENDING');
  return { value, diagnostics: [...told, ...diagnostics].sort(compareDiagnostics) };
}
