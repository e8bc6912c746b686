import { err, ok } from 'neverthrow';
import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import { isNonEmpty } from '../base/non-empty.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fixChoicesOf, identityChoicesOf } from '../diagnostics/fix-choices.js';
import { fileOf } from '../diagnostics/location.js';
import type { Observed, Outcome } from '../diagnostics/outcome.js';
import { withoutErrors } from '../diagnostics/without-errors.js';
import { createTextEdit } from '../plans/create-text-edit.js';
import { LOOKUP_CHOICES } from '../plans/fix/safe-lookups.js';
import { identityChangesOf } from '../plans/identity-changes.js';
import { makePlan } from '../plans/make-plan.js';
import type { Plan } from '../plans/plan.js';
import { snapshotPreconditions } from '../plans/snapshot-preconditions.js';
import type { ReadHost } from '../ports/packer-host.js';
import { recallNothing } from '../workspace/recall.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { findNewErrors } from './find-new-errors.js';
import { findObstacles } from './find-obstacles.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { runSafeFixes, type SafelyFixed } from './safe-fixes/run-safe-fixes.js';
import type { SafeFixPlan, SafelyLeft, UnmendedReason } from './safe-fixes/safe-fix-plan.js';
import { retakeSnapshot, type TakenSnapshot } from './take-snapshot.js';

/** Leaves aside, file by file, what would bring an error to light that was not there before. */
async function fixWithoutNewErrors(
  taken: TakenSnapshot,
): Promise<Observed<{ readonly fixed: SafelyFixed; readonly uncovering: ReadonlySet<string> }>> {
  const uncovering = new Set<string>();
  for (;;) {
    const ran = await runSafeFixes(taken, uncovering);
    if (ran.isErr()) return err(ran.error);
    const fixed = ran.value;
    const errors = findNewErrors(taken.snapshot.diagnostics, fixed.after.diagnostics);
    if (errors.length === 0 || fixed.made.length === 0) return ok({ fixed, uncovering });
    const mended = new Set(fixed.made.map(({ diagnostic }) => fileOf(diagnostic.location)));
    const guilty = errors.map(({ location }) => fileOf(location)).filter((file) => mended.has(file));
    for (const file of guilty.length > 0 ? guilty : mended) uncovering.add(file);
  }
}

function reasonOf(found: Diagnostic, after: WorkspaceSnapshot, uncovering: ReadonlySet<string>): UnmendedReason {
  const identity = identityChoicesOf(found);
  const isLookup = identity !== null && identity.choices.length === 1 && identity.choices.every((choice) => LOOKUP_CHOICES.has(choice));
  if (identity !== null && !isLookup) return 'needs-choice';
  if (identity === null && !found.fixes.some(({ applicability }) => applicability === 'safe')) return 'unsafe';
  if (uncovering.has(fileOf(found.location))) return 'uncovers';
  if (identity === null) return 'later';
  if (findObstacles(after) !== null) return 'blocked';
  return after.registryVersion === registryDescriptor.current ? 'later' : 'migrate-first';
}

function planOf(snapshot: WorkspaceSnapshot, { texts, made }: SafelyFixed): Plan {
  const edits = [...texts].map(([path, { before, after }]) => createTextEdit(path, before, after));
  const evidence = new Map(
    made.flatMap(({ diagnostic, choice }) => {
      const identity = identityChoicesOf(diagnostic);
      return identity === null ? [] : [[identity.root, choice] as const];
    }),
  );
  return makePlan({
    kind: 'fix',
    edits,
    identityChanges: identityChangesOf(edits, evidence),
    preconditions: snapshotPreconditions(snapshot),
  });
}

/**
 * Plans every fix that is safe, all of them together: slips in a text that change no meaning, and identities that are only looked
 * up (an asset that moved, a claim that was lost or is misspelled). Never anything that a person has to choose. What the fixes
 * bring to light is mended too, so that planning again finds nothing more; a fix that would leave an error that was not there
 * before is left out. Nothing is written: give the plan to `applyPlan`.
 *
 * Refused only where no plan could be applied: the journal cannot be finished. Codes: those of the journal, PLAN_STALE.
 *
 * @example
 * ```ts
 * import { applyPlan, planRegister, planSafeFixes } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const registered = await planRegister(host);
 * if (registered.isOk()) await applyPlan(host, registered.value.value);
 * const declaration = new TextDecoder().decode(host.files().get('assets/palette/asset.json'));
 * host.set('assets/palette/asset.json', `\ufeff${declaration}`); // an editor puts a byte order mark before it
 *
 * const planned = await planSafeFixes(host);
 * if (planned.isOk()) {
 *   const { plan, mended, left } = planned.value.value;
 *   console.log(mended.map(({ code }) => code)); // [ 'JSON_BOM' ]
 *   console.log(left.map(({ reason }) => reason)); // []
 *   await applyPlan(host, plan);
 * }
 * ```
 */
export function planSafeFixes(host: ReadHost, options: ReadOptions = {}): Promise<Outcome<SafeFixPlan>> {
  return guardOperation('planSafeFixes', async (): Promise<Outcome<SafeFixPlan>> => {
    const taken = await retakeSnapshot(readContext(host, options), () => recallNothing());
    if (taken.isErr()) return err(taken.error);
    const { snapshot, journal } = taken.value;
    if (hasErrors(journal) && isNonEmpty(journal)) return err(journal);
    const ran = await fixWithoutNewErrors(taken.value);
    if (ran.isErr()) return err(ran.error);
    const { fixed, uncovering } = ran.value;
    const told = fixed.made.length === 0 ? [] : journal; // the snapshot as it was taken tells of the journal itself
    const remaining = [...told, ...fixed.after.diagnostics].sort(compareDiagnostics);
    const left = remaining
      .filter((found) => fixChoicesOf(found).length > 0)
      .map((found): SafelyLeft => {
        const { fingerprint, code, location } = found;
        return { fingerprint, code, file: fileOf(location), reason: reasonOf(found, fixed.after, uncovering) };
      });
    const mended = fixed.made.map(({ diagnostic: { fingerprint, code, location }, choice }) => {
      return { fingerprint, code, file: fileOf(location), choice };
    });
    const value = { plan: planOf(snapshot, fixed), mended, left, remaining };
    return ok({ value, diagnostics: withoutErrors(remaining) });
  });
}
