import { err } from 'neverthrow';
import type { Outcome } from '../diagnostics/outcome.js';
import type { Applied } from '../plans/apply/describe-applied.js';
import type { WriteHost } from '../ports/packer-host.js';
import { applyBuildPlan, type ApplyPlanOptions } from './apply-plan.js';
import { buildWithCache } from './cache/build-with-cache.js';
import { tellBuilt } from './cache/tell-built.js';
import { guardOperation } from './guard-operation.js';
import { planOwnBuild } from './plan-build.js';
import type { ReadOptions } from './read-context.js';

/** Options of {@link build}. */
export interface BuildOptions extends ApplyPlanOptions, ReadOptions {
  /**
   * What is done with `assets/.prometeu/cache.json`. `ignore`, unless told: nothing. `write`: once the build is published the
   * cache is written, and nothing of it is believed. `trust`: besides, where the cache, the sizes and the times tell that the
   * sources are those of what is published, nothing is built, and the answer is `nothing-to-do`; else everything is read as
   * without a cache, so that no cache changes what is built. See `docs/cache.md`.
   */
  readonly cache?: 'ignore' | 'write' | 'trust';
}

/**
 * Builds `build/assets.pa` and its three companions: plans, packs, checks what was written with an independent decoder and
 * publishes all four files together, or none. Two builds of the same sources are byte-identical on every machine.
 *
 * Codes: those of `planBuild` and `applyPlan`; CACHE_DISCARDED (info) where a cache is to be trusted and is left aside.
 *
 * @example
 * ```ts
 * import { build } from 'prometeu-packer';
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 *
 * const host = openNodeWorkspace('my-game');
 * if (host.isErr()) throw new Error(host.error.detail);
 * const built = await build(host.value);
 * console.log(built.isOk() && built.value.value.archive?.length); // 3528
 * ```
 */
export function build(host: WriteHost, asked: BuildOptions = {}): Promise<Outcome<Applied>> {
  return guardOperation('build', async () => {
    const { cache = 'ignore', ...options } = asked;
    if (cache !== 'ignore') return buildWithCache(host, cache, options);
    const planned = await planOwnBuild(host, options);
    if (planned.isErr()) return err(planned.error);
    const { value: plan, diagnostics } = planned.value;
    return (await applyBuildPlan(host, plan, options)).map((applied) => tellBuilt(diagnostics, applied));
  });
}
