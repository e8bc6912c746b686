import { err } from 'neverthrow';
import { rebasePlan, type Diagnostic, type MigrationReport, type Outcome, type Plan } from 'prometeu-packer';
import { documentsTouched, overlaidHost } from './create-overlays.js';
import { makePlan } from './make-plan.js';
import type { RebasedPreview } from './plan-preview.js';
import { holdPlan, placePlan } from './preview-plan.js';
import type { PlanRequest } from './preview-request.js';
import type { StudioContext } from './studio-context.js';

/** Holds a previewed plan against the workspace as it is, and makes it anew where it no longer fits. */
export async function rebasePreview(
  context: StudioContext,
  { digest }: PlanRequest,
  signal: AbortSignal,
): Promise<Outcome<RebasedPreview>> {
  const found = context.plans.find(digest);
  if (found.isErr()) return err(found.error);
  const { plan, report: first, request } = found.value;
  const documents = context.overlays.now();
  const isEdited = plan.kind !== 'undo' && documentsTouched(plan, documents).length > 0;
  const host = isEdited ? overlaidHost(context.host, documents) : context.host;
  const options = { ...context.reading, signal };
  let report: MigrationReport | null = first;
  let told: readonly Diagnostic[] = [];
  const replan = async (): Promise<Outcome<Plan>> => {
    const made = await makePlan(host, request, options);
    return made.map(({ value, diagnostics }) => {
      ({ report } = value);
      told = diagnostics;
      return { value: value.plan, diagnostics };
    });
  };
  const rebased = await rebasePlan(host, plan, { ...options, replan });
  return rebased.map((now) => {
    const made = { plan: now.plan, report };
    const place = placePlan(made, isEdited ? documents : new Map());
    const preview = holdPlan(context, { ...made, ...place, request });
    return { value: { state: now.state, preview, conflicts: now.state === 'conflicting' ? now.conflicts : [] }, diagnostics: told };
  });
}
