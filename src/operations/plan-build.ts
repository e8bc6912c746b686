import { err, type Result } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import type { Failure, Outcome, Produced } from '../diagnostics/outcome.js';
import { planArchive } from '../plans/build/plan-archive.js';
import type { Plan } from '../plans/plan.js';
import type { OwnPlan } from '../plans/verify-own-plan.js';
import type { ReadHost } from '../ports/packer-host.js';
import { recallNothing } from '../workspace/recall.js';
import { checkOutputs } from './check-outputs.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { type RetakenSnapshot, retakeSnapshot } from './take-snapshot.js';

/** A build that is planned, and the reading that it was planned from. */
export interface PlannedBuild {
  /** The plan, with what there is to say of it. */
  readonly planned: Produced<OwnPlan>;
  /** The reading. */
  readonly taken: RetakenSnapshot;
}

/** Plans a build of a workspace as it is after a committed journal. */
export async function planBuildFrom(context: ReadContext): Promise<Result<PlannedBuild, Failure>> {
  const obstacles = await checkOutputs(context);
  if (obstacles.isErr()) return err(obstacles.error);
  if (isNonEmpty(obstacles.value)) return err(obstacles.value);
  const taken = await retakeSnapshot(context, () => recallNothing());
  return taken.andThen((found) => planArchive(found.snapshot, found.context.compute).map((planned) => ({ planned, taken: found })));
}

/** Plans a build, and keeps nothing of the reading but the plan. */
export async function planOwnBuild(host: ReadHost, options: ReadOptions): Promise<Outcome<OwnPlan>> {
  return (await planBuildFrom(readContext(host, options))).map(({ planned }) => planned);
}

/**
 * Plans a build: reads the workspace through every gate and says which bytes the archive will hold. Nothing is written:
 * give the plan to `applyPlan`, or call `build` for both.
 *
 * @example
 * ```ts
 * import { applyPlan, planBuild, planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const registered = await planRegister(host);
 * if (registered.isOk()) await applyPlan(host, registered.value.value);
 * const planned = await planBuild(host);
 * if (planned.isOk()) console.log(planned.value.value.edits.map(({ path }) => path).includes('build/assets.pa')); // true
 * ```
 */
export function planBuild(host: ReadHost, options: ReadOptions = {}): Promise<Outcome<Plan>> {
  return guardOperation('planBuild', () => planOwnBuild(host, options));
}
