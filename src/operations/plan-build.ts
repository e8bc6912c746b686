import { err, type Result } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import type { Failure, Outcome, Produced } from '../diagnostics/outcome.js';
import { planArchive } from '../plans/build/plan-archive.js';
import type { Plan } from '../plans/plan.js';
import type { ReadHost } from '../ports/packer-host.js';
import { recallNothing } from '../workspace/recall.js';
import { checkOutputs } from './check-outputs.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { type RetakenSnapshot, retakeSnapshot } from './take-snapshot.js';

/** A build that is planned, and the reading that it was planned from. */
export interface PlannedBuild {
  /** The plan, with what there is to say of it. */
  readonly planned: Produced<Plan>;
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

/**
 * Plans a build: reads the workspace through every gate and says which bytes the archive will hold. Nothing is written:
 * give the plan to `applyPlan`, or call `build` for both.
 */
export function planBuild(host: ReadHost, options: ReadOptions = {}): Promise<Outcome<Plan>> {
  return guardOperation('planBuild', async (): Promise<Outcome<Plan>> => {
    return (await planBuildFrom(readContext(host, options))).map(({ planned }) => planned);
  });
}
