import { err } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import type { Outcome } from '../diagnostics/outcome.js';
import { planArchive } from '../plans/build/plan-archive.js';
import type { Plan } from '../plans/plan.js';
import type { ReadHost } from '../ports/packer-host.js';
import { checkOutputs } from './check-outputs.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { takeSnapshot } from './take-snapshot.js';

/**
 * Plans a build: reads the workspace through every gate and says which bytes the archive will hold. Nothing is written:
 * give the plan to `applyPlan`, or call `build` for both.
 */
export function planBuild(host: ReadHost, options: ReadOptions = {}): Promise<Outcome<Plan>> {
  return guardOperation('planBuild', async (): Promise<Outcome<Plan>> => {
    const context = readContext(host, options);
    const obstacles = await checkOutputs(context);
    if (obstacles.isErr()) return err(obstacles.error);
    if (isNonEmpty(obstacles.value)) return err(obstacles.value);
    return (await takeSnapshot(context)).andThen(({ snapshot }) => planArchive(snapshot));
  });
}
