import type { SeverityCounts } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A finding that a policy leaves out. */
export interface SuppressedDiagnostic {
  /** The finding, as it was. */
  readonly diagnostic: Diagnostic;
  /** What leaves it out: a rule that ignores its code, or the baseline. */
  readonly by: 'rule' | 'baseline';
}

/** What a policy makes of findings. */
export interface PolicyOutcome {
  /** What is left, with severities as the policy has them, and what there is to say of the policy, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is left out, in the one order. */
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** What was found, by severity, before the policy. */
  readonly before: SeverityCounts;
  /** What is left, by severity. */
  readonly after: SeverityCounts;
  /** How many findings are left out, those that a list only counts included. */
  readonly suppressedCount: number;
}
