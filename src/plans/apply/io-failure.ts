import type { PlanPhase } from '../../diagnostics/catalogue/plan-codes.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { Location } from '../../diagnostics/location.js';
import type { PortError } from '../../ports/port-error.js';

/**
 * Tells what the port could not do while a plan was being applied, and in which phase: PLAN_IO_FAILED, or PLAN_CANCELLED
 * where the caller's signal fired.
 */
export function ioFailure(phase: PlanPhase, { path, operation, kind, detail }: PortError): Failure {
  if (kind === 'aborted') return [diagnose('PLAN_CANCELLED', { artifact: 'plan', location: { kind: 'workspace' }, data: { phase } })];
  const location: Location = path === '' ? { kind: 'workspace' } : { kind: 'file', file: path };
  const data = { path, operation, phase, reason: kind, detail };
  return [diagnose('PLAN_IO_FAILED', { artifact: 'plan', location, data, subject: operation })];
}
