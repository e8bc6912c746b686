import { err } from 'neverthrow';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import type { Outcome } from '../diagnostics/outcome.js';
import type { Applied } from '../plans/apply/describe-applied.js';
import type { WriteHost } from '../ports/packer-host.js';
import { applyPlan, type ApplyPlanOptions } from './apply-plan.js';
import { planBuild } from './plan-build.js';
import type { ReadOptions } from './read-context.js';

/** Options of {@link build}. */
export interface BuildOptions extends ApplyPlanOptions, ReadOptions {}

/**
 * Builds `build/assets.pa` and its three companions: plans, packs, checks what was written with an independent decoder and
 * publishes all four files together, or none. Two builds of the same sources are byte-identical on every machine.
 *
 * Codes: those of `planBuild` and `applyPlan`.
 *
 * @example
 * ```ts
 * import { build } from 'prometeu-packer';
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 *
 * const host = openNodeWorkspace('my-game');
 * const built = host.isOk() ? await build(host.value) : host;
 * if (built.isErr()) console.error(built.error);
 * ```
 */
export async function build(host: WriteHost, options: BuildOptions = {}): Promise<Outcome<Applied>> {
  const planned = await planBuild(host, options);
  if (planned.isErr()) return err(planned.error);
  const applied = await applyPlan(host, planned.value.value, options);
  return applied.map(({ value, diagnostics }) => {
    const recovered = diagnostics.some(({ code }) => code === 'PLAN_RECOVERED'); // then nothing is pending any more
    const told = planned.value.diagnostics.filter(({ code }) => !recovered || code !== 'PLAN_TRANSACTION_PENDING');
    return { value, diagnostics: [...told, ...diagnostics].sort(compareDiagnostics) };
  });
}
