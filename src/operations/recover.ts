import { portableCompute } from '../codec/portable-compute.js';
import type { Outcome } from '../diagnostics/outcome.js';
import { recover as recoverThroughPorts, type Recovered } from '../plans/recover/recover.js';
import type { WriteHost } from '../ports/packer-host.js';
import { guardOperation } from './guard-operation.js';

/**
 * Finishes a plan that was committed and interrupted (PLAN_TRANSACTION_PENDING), without applying another. Every apply
 * does so first; call this to open a workspace after a crash. Where nothing is pending, nothing is written.
 *
 * Codes: PLAN_LOCKED, PLAN_RECOVERY_CONFLICT, PLAN_JOURNAL_DAMAGED, PLAN_IO_FAILED, VERSION_TOO_NEW; info PLAN_RECOVERED.
 *
 * @example
 * ```ts
 * import { recover } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const recovered = await recover(createMemoryWorkspace());
 * console.log(recovered.isOk() && recovered.value.value.state); // nothing-to-do
 * ```
 */
export function recover(host: WriteHost): Promise<Outcome<Recovered>> {
  return guardOperation('recover', () => {
    const { read, write, compute = portableCompute } = host;
    return recoverThroughPorts({ ports: { read, write }, compute });
  });
}
