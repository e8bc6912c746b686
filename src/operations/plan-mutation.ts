import { err, ok } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileOf } from '../diagnostics/location.js';
import type { Failure, Observed, Outcome } from '../diagnostics/outcome.js';
import { withoutErrors } from '../diagnostics/without-errors.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { Mutation } from '../plans/mutate/mutation.js';
import { filesOfMutations, planMutations } from '../plans/mutate/plan-mutations.js';
import type { Plan } from '../plans/plan.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { movedReadPort } from '../ports/moved-read-port.js';
import { overlayReadPort } from '../ports/overlay-read-port.js';
import type { ReadHost } from '../ports/packer-host.js';
import { declarationOf } from '../workspace/input-tree.js';
import { readSnapshot } from '../workspace/read-snapshot.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { findNewErrors } from './find-new-errors.js';
import { findObstacles } from './find-obstacles.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { readUnchanged } from './read-unchanged.js';
import { takeSnapshot } from './take-snapshot.js';

/** Options of {@link planMutation}. */
export interface MutationOptions extends ReadOptions {
  /** What is to be changed, in order: all of it in one plan, or none. */
  readonly mutations: readonly Mutation[];
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** What a workspace would say of itself if a plan were applied. */
async function snapshotAfter({ edits }: Plan, context: ReadContext): Promise<Observed<WorkspaceSnapshot>> {
  const encoder = new TextEncoder();
  const overlay = new Map(
    edits.flatMap((edit) =>
      edit.kind === 'text' ? [[edit.path as WorkspacePath, edit.after === null ? null : encoder.encode(edit.after)] as const] : [],
    ),
  );
  const moves = edits.flatMap((edit) =>
    edit.kind === 'move-folder' ? [{ from: edit.from as WorkspacePath, target: edit.path as WorkspacePath }] : [],
  );
  const read = await readSnapshot(overlayReadPort(movedReadPort(context.read, moves), overlay), context);
  return read.mapErr((error): Failure => [diagnosePortError(error, 'workspace')]);
}

/** What is wrong with the declarations that a plan changes: what it writes has to pass every gate, whatever stood there before. */
function errorsInChanged({ edits }: Plan, { assets, diagnostics }: WorkspaceSnapshot): readonly Diagnostic[] {
  const written = new Set(edits.flatMap((edit) => (edit.kind === 'text' && edit.after !== null ? [edit.path] : [])));
  const unsound = new Set(
    assets.flatMap(({ root, body }) => (body === null ? [declarationOf(root)] : [])).filter((path) => written.has(path)),
  );
  return diagnostics.filter((found) => isError(found) && unsound.has(fileOf(found.location) as WorkspacePath));
}

/**
 * Plans changes of assets: their name, preloading, inputs, output, whether builds contain them, where their folder stands, or
 * that they are removed.
 * Declarations are changed by the smallest edit; everything else in them stays as it was written. What would come of it is
 * read through every gate, so that a plan never brings an error that was not there, and writes no declaration that a gate
 * refuses, whatever stood there before. Nothing is written: give the plan to
 * `applyPlan`.
 *
 * Codes: MUTATION_UNKNOWN, MUTATION_ROOT_NOT_FOUND, MUTATION_NOT_REGISTERED, MUTATION_NOT_READABLE, RESOLVE_MIGRATE_FIRST, PLAN_STALE,
 * MUTATION_TARGET_EXISTS, MUTATION_TARGET_INSIDE, MUTATION_IN_THE_WAY, PATH_OWNED and the path area for where an asset goes, and
 * every error that the workspace would have afterwards and has not now, such as ASSET_NAME_TAKEN.
 *
 * @example
 * ```ts
 * import { applyPlan, planMutation, planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const registered = await planRegister(host);
 * if (registered.isOk()) await applyPlan(host, registered.value.value);
 * const planned = await planMutation(host, { mutations: [{ kind: 'rename', root: 'palette', name: 'night' }] });
 * if (planned.isOk()) console.log(planned.value.value.edits.map(({ path }) => path)); // [ 'assets/palette/asset.json' ]
 * ```
 */
export function planMutation(host: ReadHost, options: MutationOptions): Promise<Outcome<Plan>> {
  return guardOperation('planMutation', async (): Promise<Outcome<Plan>> => {
    const { mutations } = options;
    const taken = await takeSnapshot(readContext(host, options));
    if (taken.isErr()) return err(taken.error);
    const { snapshot, context } = taken.value;
    const obstacles = findObstacles(snapshot);
    if (obstacles !== null) return err(obstacles);
    const known = new Set(snapshot.assets.map(({ root }) => root));
    const files = await readUnchanged(context, snapshot, filesOfMutations(mutations.filter(({ root }) => known.has(root))));
    if (files.isErr()) return err(files.error);
    const planned = planMutations({ snapshot, mutations, files: files.value, caseSensitive: context.read.caseSensitive });
    if (planned.isErr()) return err(planned.error);
    const plan = planned.value;
    if (plan.edits.length === 0) return ok({ value: plan, diagnostics: [] });
    const after = await snapshotAfter(plan, context);
    if (after.isErr()) return err(after.error);
    const told = findNewErrors(snapshot.diagnostics, after.value.diagnostics);
    const errors = told.filter(({ code }) => code !== 'IDENTITY_RETIRED_CLAIM'); // what a removed asset still claims was asked for
    const unsound = errorsInChanged(plan, after.value).filter((found) => !errors.includes(found));
    const refused = [...errors, ...unsound].sort(compareDiagnostics);
    if (isNonEmpty(refused)) return err(refused);
    return ok({ value: plan, diagnostics: withoutErrors(after.value.diagnostics) });
  });
}
