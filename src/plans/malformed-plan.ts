import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Says that something in a plan is not as it must be. */
export function malformedPlan(pointer: string, expected: string): Diagnostic<'PLAN_MALFORMED'> {
  return diagnose('PLAN_MALFORMED', { artifact: 'plan', location: { kind: 'workspace' }, data: { pointer, expected }, subject: pointer });
}
