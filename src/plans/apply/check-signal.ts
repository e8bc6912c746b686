import { err, ok, type Result } from 'neverthrow';
import type { PlanPhase } from '../../diagnostics/catalogue/plan-codes.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure } from '../../diagnostics/outcome.js';

/** PLAN_CANCELLED where the caller's signal has fired. */
export function checkSignal(signal: AbortSignal | undefined, phase: PlanPhase): Result<void, Failure> {
  if (signal?.aborted !== true) return ok();
  return err([diagnose('PLAN_CANCELLED', { artifact: 'plan', location: { kind: 'workspace' }, data: { phase } })]);
}
