import { err, ok, type Result } from 'neverthrow';
import { diagnoseStudio, type Failure } from 'prometeu-packer';
import type { MadePlan } from './make-plan.js';
import type { PlanPreview } from './plan-preview.js';
import type { PreviewRequest } from './preview-request.js';
import type { DocumentVersion } from './session-summary.js';

/** A plan that was previewed. */
export interface HeldPlan extends MadePlan {
  /** What was asked for. */
  readonly request: PreviewRequest;
  /** Where it is carried out. */
  readonly target: PlanPreview['target'];
  /** The documents that it was made from. */
  readonly documents: readonly DocumentVersion[];
}

/** Plans that were previewed and not applied yet, by digest. */
export interface HeldPlans {
  /** Holds a plan; the oldest one goes where there are too many. */
  readonly hold: (held: HeldPlan) => void;
  /** Finds a plan. Codes: STUDIO_PREVIEW_UNKNOWN. */
  readonly find: (digest: string) => Result<HeldPlan, Failure>;
  /** Lets a plan go. */
  readonly release: (digest: string) => void;
}

/** Most plans that are held. */
const MAX_HELD = 32;

/** Holds previewed plans. */
export function createHeldPlans(): HeldPlans {
  const plans = new Map<string, HeldPlan>();
  return {
    hold(held) {
      const { digest } = held.plan;
      plans.delete(digest);
      plans.set(digest, held);
      const [oldest] = plans.keys();
      if (plans.size > MAX_HELD && oldest !== undefined) plans.delete(oldest);
    },
    find(digest) {
      const held = plans.get(digest);
      return held === undefined ? err([diagnoseStudio('STUDIO_PREVIEW_UNKNOWN', { digest })]) : ok(held);
    },
    release: (digest) => void plans.delete(digest),
  };
}
