import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Plan } from '../../plans/plan.js';

/** A finding that a plan of safe fixes mends, and how: what `planFix` would take to mend it alone. */
export interface SafelyMended {
  /** Fingerprint of the finding. */
  readonly fingerprint: string;
  /** Its code. */
  readonly code: DiagnosticCode;
  /** The file it points at. */
  readonly file: string;
  /** The fix of it that is made. */
  readonly choice: string;
}

/**
 * Why a finding that can be mended is not mended by a plan of safe fixes.
 *
 * - `needs-choice`: a person has to choose. - `unsafe`: the fix may change what is meant. - `uncovers`: mending it alone would
 *   bring errors to light that stand behind it. - `migrate-first`: the registry is of an earlier version. - `blocked`: the
 *   workspace as a whole is in doubt. - `later`: there were too many; plan again once these are made.
 */
export type UnmendedReason = 'needs-choice' | 'unsafe' | 'uncovers' | 'migrate-first' | 'blocked' | 'later';

/** A finding that can be mended and is not. */
export interface SafelyLeft {
  /** Fingerprint of the finding. */
  readonly fingerprint: string;
  /** Its code. */
  readonly code: DiagnosticCode;
  /** The file it points at. */
  readonly file: string;
  /** Why. */
  readonly reason: UnmendedReason;
}

/** All fixes of a workspace that are safe and go together, as one plan. */
export interface SafeFixPlan {
  /** The plan; without edits where there is nothing that could be mended safely. */
  readonly plan: Plan;
  /** What it mends, in the order in which that came to light. */
  readonly mended: readonly SafelyMended[];
  /** What could be mended besides, and why it is not. */
  readonly left: readonly SafelyLeft[];
  /** Every finding that there is once the plan is applied, in the one order. */
  readonly remaining: readonly Diagnostic[];
}
