import { err, ok, type Result } from 'neverthrow';
import { passed } from '../base/passed.js';
import { isNonEmpty } from '../base/non-empty.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { createCollector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Outcome } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { copyPlan } from './copy-plan.js';
import { findPlanFaults } from './find-plan-faults.js';
import { malformedPlan } from './malformed-plan.js';
import type { Plan } from './plan.js';
import { planSchema } from './plan.schema.js';
import { planDigest } from './plan-digest.js';
import type { VerifiedPlan } from './verified-plan.js';

function expectation(issue: { readonly code: string }): string {
  if (issue.code === 'unrecognized_keys') return 'no other keys';
  return 'expected' in issue ? String(issue.expected) : issue.code.replaceAll('_', ' ');
}

function parsePlan(value: unknown): Result<Plan<WorkspacePath>, readonly Diagnostic[]> {
  try {
    const copied = copyPlan(value);
    if (copied !== undefined) return ok(copied);
    const parsed = planSchema().safeParse(value, { jitless: true });
    if (parsed.success) return ok(parsed.data);
    return err(parsed.error.issues.map((issue) => malformedPlan(jsonPointer(issue.path), expectation(issue))));
  } catch {
    return err([malformedPlan('', 'plain data')]); // a getter or a proxy that throws
  }
}

function judgePlan(plan: Plan<WorkspacePath>, compute: ComputePort): readonly Diagnostic[] {
  const expected = planDigest(plan, compute);
  if (expected === null) return [malformedPlan('', 'texts without half surrogate pairs')];
  if (plan.digest === expected) return [...findPlanFaults(plan, compute)];
  const data = { found: plan.digest, expected };
  return [diagnose('PLAN_DIGEST_MISMATCH', { artifact: 'plan', location: { kind: 'workspace' }, data })];
}

/**
 * Takes a plan that comes back from outside, such as from JSON: untrusted until its shape, its paths, its targets and
 * its digest are checked.
 *
 * Codes: PLAN_MALFORMED, PLAN_TARGET_NOT_ALLOWED, PLAN_DIGEST_MISMATCH.
 *
 * @returns a copy of the plan.
 */
export function verifyPlanShape(value: unknown, compute: ComputePort): Outcome<VerifiedPlan> {
  const parsed = parsePlan(value);
  const collector = createCollector();
  collector.addAll(parsed.isErr() ? parsed.error : judgePlan(parsed.value, compute));
  const faults = collector.list();
  if (isNonEmpty(faults)) return err(faults);
  return parsed.map((plan) => ({ value: passed<VerifiedPlan>(plan), diagnostics: [] })).mapErr(() => [malformedPlan('', 'a plan')]);
}
