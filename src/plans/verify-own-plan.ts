import { err, ok } from 'neverthrow';
import { passed } from '../base/passed.js';
import { isNonEmpty } from '../base/non-empty.js';
import { createCollector } from '../diagnostics/collector.js';
import type { Outcome } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { copyPlanPreconditions } from './copy-plan.js';
import { findPlanFaults } from './find-plan-faults.js';
import type { ComposeEdit, Plan } from './plan.js';
import type { VerifiedPlan } from './verified-plan.js';
import { verifyPlanShape } from './verify-plan-shape.js';

/** A plan of a build as `planArchive` makes it: nobody else has had it in hand. */
export interface OwnPlan extends Plan {
  /** The archive. */
  readonly edits: readonly ComposeEdit<WorkspacePath>[];
}

/**
 * Takes a plan that was just made here and went through no other hands. It answers what {@link verifyPlanShape} answers of it:
 * every fault that a plan of the right shape can have is looked for; only the shape of the recipe, which its type tells, and the
 * digest, which was made of this very content, are not gone through again.
 *
 * Codes: those of {@link verifyPlanShape}.
 */
export function verifyOwnPlan(plan: OwnPlan, compute: ComputePort): Outcome<VerifiedPlan> {
  const preconditions = copyPlanPreconditions(plan.preconditions);
  if (plan.digest === '' || preconditions === undefined) return verifyPlanShape(plan, compute); // it has no canonical form: that is told there
  const { kind, edits, identityChanges, digest } = plan;
  const copy = { kind, edits, identityChanges, preconditions, digest };
  const collector = createCollector();
  collector.addAll([...findPlanFaults(copy, compute)]);
  const faults = collector.list();
  return isNonEmpty(faults) ? err(faults) : ok({ value: passed<VerifiedPlan>(copy), diagnostics: [] });
}
