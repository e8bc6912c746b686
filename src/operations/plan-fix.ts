import { err, ok, type Result } from 'neverthrow';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import { parseWorkspacePath } from '../paths/workspace-path.js';
import { fixChoicesOf, identityChoicesOf } from '../diagnostics/fix-choices.js';
import { planTextFix } from '../plans/fix/plan-text-fix.js';
import type { Plan } from '../plans/plan.js';
import type { RegisterHost } from '../ports/packer-host.js';
import { findObstacles } from './find-obstacles.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { readUnchanged } from './read-unchanged.js';
import { resolveInSnapshot } from './resolve-in-snapshot.js';
import { takeSnapshot, type TakenSnapshot } from './take-snapshot.js';

/** Options of {@link planFix}. */
export interface FixOptions extends ReadOptions {
  /** Fingerprint of the finding. */
  readonly fingerprint: string;
  /** What was chosen: one of those that `fixChoicesOf` tells. May be left out where there is only one, and that is not unsafe. */
  readonly choice?: string;
}

type Wanted = Pick<FixOptions, 'fingerprint' | 'choice'>;

function notOffered({ code, location }: Diagnostic, fingerprint: string): Failure {
  return [diagnose('FIX_NOT_OFFERED', { artifact: 'workspace', location, data: { fingerprint, code }, subject: fingerprint })];
}

function choose(found: Diagnostic, { fingerprint, choice }: Wanted): Result<string, Failure> {
  const choices = fixChoicesOf(found);
  const [only, ...more] = choices;
  if (only === undefined) return err(notOffered(found, fingerprint));
  const chosen = choice ?? (more.length === 0 && !only.unsafe ? only.choice : null);
  const names = choices.map(({ choice: name }) => name);
  if (chosen !== null && names.includes(chosen)) return ok(chosen);
  const data = { fingerprint, code: found.code, choice: chosen, choices: names };
  return err([diagnose('FIX_CHOICE_NEEDED', { artifact: 'workspace', location: found.location, data, subject: fingerprint })]);
}

async function fixTexts({ snapshot, context }: TakenSnapshot, found: Diagnostic, fix: Fix): Promise<Outcome<Plan>> {
  const files = [...new Set(fix.edits.map(({ file }) => file))];
  const paths = files.flatMap((file) =>
    parseWorkspacePath(file).match(
      (path) => [path],
      () => [],
    ),
  );
  const read = await readUnchanged(context, snapshot, paths);
  if (read.isErr()) return err(read.error);
  const plan = planTextFix(snapshot, fix, read.value, context.compute);
  return plan === null ? err(notOffered(found, found.fingerprint)) : ok({ value: plan, diagnostics: [] });
}

/**
 * Plans what mends one finding of a workspace: the choice that settles an identity, or a fix that the finding carries.
 * The workspace is read anew, and the finding looked up in it. Nothing is written: give the plan to `applyPlan`.
 *
 * Codes: FIX_NOT_FOUND, FIX_CHOICE_NEEDED, FIX_NOT_OFFERED, PLAN_STALE, and those of `planResolveIdentity`.
 *
 * @example
 * ```ts
 * import { applyPlan, doctor, fixChoicesOf, planFix } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/asset.json': '\ufeff{}' });
 * const report = await doctor(host);
 * const fixable = report.isOk() ? report.value.diagnostics.find((found) => fixChoicesOf(found).length > 0) : undefined;
 * if (fixable !== undefined) {
 *   const planned = await planFix(host, { fingerprint: fixable.fingerprint });
 *   if (planned.isOk()) await applyPlan(host, planned.value.value);
 *   console.log(host.files().get('assets/palette/asset.json')?.length); // 2
 * }
 * ```
 */
export function planFix(host: RegisterHost, options: FixOptions): Promise<Outcome<Plan>> {
  return guardOperation('planFix', async (): Promise<Outcome<Plan>> => {
    const { fingerprint } = options;
    const taken = await takeSnapshot(readContext(host, options));
    if (taken.isErr()) return err(taken.error);
    const found = taken.value.snapshot.diagnostics.find((diagnostic) => diagnostic.fingerprint === fingerprint);
    if (found === undefined) {
      const location = { kind: 'workspace' } as const;
      return err([diagnose('FIX_NOT_FOUND', { artifact: 'workspace', location, data: { fingerprint }, subject: fingerprint })]);
    }
    const identity = identityChoicesOf(found);
    const isUnsettled = identity?.choices.length === 0; // no registry that could take it
    if (isUnsettled) return err(findObstacles(taken.value.snapshot) ?? notOffered(found, fingerprint));
    const byHand = identity?.choices.find((offered) => offered === 'edit-by-hand');
    const chosen = byHand === undefined ? choose(found, options) : ok(byHand);
    if (chosen.isErr()) return err(chosen.error);
    if (identity !== null) return resolveInSnapshot(taken.value, { root: identity.root, choice: chosen.value }, host.identity);
    const fix = found.fixes[Number(chosen.value) - 1];
    return fix === undefined ? err(notOffered(found, fingerprint)) : fixTexts(taken.value, found, fix);
  });
}
