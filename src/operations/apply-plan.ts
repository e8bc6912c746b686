import { portableCompute } from '../codec/portable-compute.js';
import type { Outcome } from '../diagnostics/outcome.js';
import type { ApplyProgress } from '../plans/apply/apply-context.js';
import { type ApplyOptions, applyOwnPlan, applyPlan as applyToPorts } from '../plans/apply/apply-plan.js';
import type { PlanConsent } from '../plans/apply/check-consent.js';
import type { Applied } from '../plans/apply/describe-applied.js';
import type { Plan } from '../plans/plan.js';
import type { OwnPlan } from '../plans/verify-own-plan.js';
import type { WriteHost } from '../ports/packer-host.js';
import { guardOperation } from './guard-operation.js';

/** Options of {@link applyPlan}. */
export interface ApplyPlanOptions {
  /** Cancels up to the commit point (PLAN_CANCELLED); without effect after it. */
  readonly signal?: AbortSignal;
  /** Replace an archive and companions that a newer release wrote. */
  readonly replaceNewer?: boolean;
  /**
   * What a person agrees to: each uuid that the plan derives, by name or all of them by the plan's own digest. Without it
   * such a plan is refused (PLAN_CONSENT_MISSING); so is consent to what the plan does not derive (PLAN_CONSENT_UNKNOWN). A
   * plan with nothing to do asks for none.
   */
  readonly consent?: PlanConsent;
  /** Told how far the plan has come. What it throws is ignored. */
  readonly onProgress?: (progress: ApplyProgress) => void;
}

function optionsFor({ read, write, compute = portableCompute, newToken }: WriteHost, options: ApplyPlanOptions): ApplyOptions {
  return { ...options, ports: { read, write }, compute, token: newToken };
}

/**
 * Applies a plan, just as it was previewed: nothing else writes. All of its files change, or none. Everything that was
 * read to make the plan must still be as it was (PLAN_STALE names what is not). An error before the commit point leaves
 * everything as it was; after it the plan is finished, now or by the next apply. What someone else wrote meanwhile is
 * never overwritten.
 *
 * Codes: those that begin with PLAN_, VERSION_TOO_NEW for a journal of a newer release, and those that begin with UNDO_ for a plan
 * to undo: such a plan must be just what was recorded of the last one.
 *
 * @param plan - may have been through JSON since it was made; it is checked like any other input.
 *
 * @example
 * ```ts
 * import { applyPlan, planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const planned = await planRegister(host);
 * if (planned.isOk()) {
 *   const applied = await applyPlan(host, planned.value.value);
 *   console.log(applied.isOk() && host.files().has('assets/palette/asset.json')); // true
 * }
 * ```
 */
export function applyPlan(host: WriteHost, plan: Plan, options: ApplyPlanOptions = {}): Promise<Outcome<Applied>> {
  return guardOperation('applyPlan', () => applyToPorts(plan, optionsFor(host, options)));
}

/** Applies a plan of a build that the caller has just made itself; see {@link applyPlan}. */
export function applyBuildPlan(host: WriteHost, plan: OwnPlan, options: ApplyPlanOptions): Promise<Outcome<Applied>> {
  return guardOperation('applyPlan', () => applyOwnPlan(plan, optionsFor(host, options)));
}
