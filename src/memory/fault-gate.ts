import { portFailure, type FaultPlan, type PortOperation, type PortResult } from 'prometeu-packer';

/**
 * Runs one operation, unless the fault plan has it fail. Throws only where the plan does.
 *
 * @param run - does the operation; `isShort` where a write has to write less than it is given.
 */
export type FaultGate = <T>(operation: PortOperation, path: string, run: (isShort: boolean) => PortResult<T>) => PortResult<T>;

/** Makes the gate that every operation of a workspace goes through. */
export function createFaultGate(plan: FaultPlan): FaultGate {
  let calls = 0;
  return (operation, path, run) => {
    const fault = plan(operation, path, calls);
    calls += 1;
    if (fault === undefined || fault === 'short-write') return run(fault === 'short-write');
    return portFailure(fault, operation, path, 'injected');
  };
}
