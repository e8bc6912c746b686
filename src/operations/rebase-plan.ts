import { err, ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { canonicalText } from '../codec/canonical-json.js';
import type { PathDifference } from '../diagnostics/catalogue/plan-codes.js';
import type { Observed, Outcome } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { compareWorkspace } from '../plans/compare-workspace.js';
import type { Edit, Plan, TextFileEdit } from '../plans/plan.js';
import { verifyPlanShape } from '../plans/verify-plan-shape.js';
import type { ReadHost } from '../ports/packer-host.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { readText } from './read-text.js';
import { throughJournal } from './through-journal.js';

/** A file about which a plan and the workspace no longer agree, with its sides. Null is a file that is not there. */
export interface RebaseConflict {
  /** Path from the workspace root. */
  readonly path: string;
  /** The text that the plan was made for. */
  readonly base: string | null;
  /** What the plan would write. */
  readonly ours: string | null;
  /** What stands there now. */
  readonly theirs: string | null;
  /** What the plan made anew would leave there. */
  readonly recomputed: string | null;
}

/** How a plan stands to the workspace as it is now. */
export type RebasedPlan =
  /** Nothing that it rests on has changed. */
  | { readonly state: 'valid'; readonly plan: Plan }
  /** Something has, but made anew it makes the very same edits: this is that plan. */
  | { readonly state: 'recomputed'; readonly plan: Plan; readonly differences: readonly PathDifference[] }
  /** Made anew it makes other edits: a person has to look at them. */
  | {
      readonly state: 'conflicting';
      readonly plan: Plan;
      readonly differences: readonly PathDifference[];
      readonly conflicts: readonly RebaseConflict[];
    };

/** Options of {@link rebasePlan}. */
export interface RebaseOptions extends ReadOptions {
  /** Makes the plan anew: the call that made it, on the same host, with the same arguments and identities. */
  readonly replan: () => Promise<Outcome<Plan>>;
}

/** The same for two edits that say the same, in whatever order their keys stand. */
const keyOf = (edit: Edit): string => canonicalText(edit).unwrapOr('');

function textsOf({ edits }: Plan): ReadonlyMap<string, TextFileEdit> {
  return new Map(edits.flatMap((edit) => (edit.kind === 'text' ? [[edit.path, edit] as const] : [])));
}

async function findConflicts(context: ReadContext, before: Plan, now: Plan): Promise<Observed<readonly RebaseConflict[]>> {
  const [old, made] = [textsOf(before), textsOf(now)];
  const paths = [...new Set([...old.keys(), ...made.keys()])].sort(compareStrings);
  const conflicts: RebaseConflict[] = [];
  for (const path of paths) {
    const [was, is] = [old.get(path), made.get(path)];
    if (was !== undefined && is !== undefined && keyOf(was) === keyOf(is)) continue;
    const found = await readText(context, path as WorkspacePath); // a plan's own path
    if (found.isErr()) return err(found.error);
    const theirs = found.value.text;
    const base = was === undefined ? theirs : was.before;
    conflicts.push({ path, base, ours: was === undefined ? theirs : was.after, theirs, recomputed: is === undefined ? theirs : is.after });
  }
  return ok(conflicts);
}

/**
 * Tells whether a plan is still good, and if not, what became of it: still valid; made anew with the same edits; or in
 * conflict, with the sides of each file. Writes nothing, and merges nothing.
 *
 * Codes: PLAN_MALFORMED, PLAN_DIGEST_MISMATCH, PLAN_IO_FAILED, and those of `replan`, which may find the plan impossible now.
 *
 * @param value - the plan as it was previewed; it may have been through JSON meanwhile.
 *
 * @example
 * ```ts
 * import { planRegister, rebasePlan } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const planned = await planRegister(host);
 * if (planned.isOk()) {
 *   const rebased = await rebasePlan(host, planned.value.value, { replan: () => planRegister(host) });
 *   console.log(rebased.isOk() && rebased.value.state); // valid
 * }
 * ```
 */
export function rebasePlan(host: ReadHost, value: Plan, options: RebaseOptions): Promise<Observed<RebasedPlan>> {
  return guardOperation('rebasePlan', async (): Promise<Observed<RebasedPlan>> => {
    const given = readContext(host, options);
    const verified = verifyPlanShape(value, given.compute);
    if (verified.isErr()) return err(verified.error);
    const plan = verified.value.value;
    const view = await throughJournal(given);
    if (view.isErr()) return err(view.error);
    const { context } = view.value;
    const differences = await compareWorkspace(context, plan);
    if (differences.isErr()) return err(differences.error);
    if (differences.value.length === 0) return ok({ state: 'valid', plan });
    const made = await options.replan();
    if (made.isErr()) return err(made.error);
    const now = made.value.value;
    const isSame = plan.edits.map(keyOf).join('\n') === now.edits.map(keyOf).join('\n');
    if (isSame) return ok({ state: 'recomputed', plan: now, differences: differences.value });
    const conflicts = await findConflicts(context, plan, now);
    return conflicts.map((found) => ({ state: 'conflicting', plan: now, differences: differences.value, conflicts: found }));
  });
}
