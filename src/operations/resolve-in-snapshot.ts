import { err, ok } from 'neverthrow';
import type { Outcome } from '../diagnostics/outcome.js';
import { withoutErrors } from '../diagnostics/without-errors.js';
import type { Plan } from '../plans/plan.js';
import { filesOfResolution, planResolution } from '../plans/resolve/plan-resolution.js';
import { type ChosenResolution, resolveIdentity } from '../plans/resolve/resolve-identity.js';
import type { IdentitySource } from '../ports/identity-source.js';
import { findObstacles } from './find-obstacles.js';
import { readUnchanged } from './read-unchanged.js';
import type { TakenSnapshot } from './take-snapshot.js';

/**
 * Plans what settles an identity in a snapshot that was just taken, with what there is to say of the workspace besides:
 * warnings and infos.
 */
export async function resolveInSnapshot(
  { snapshot, context }: TakenSnapshot,
  chosen: ChosenResolution,
  identity: IdentitySource,
): Promise<Outcome<Plan>> {
  const obstacles = findObstacles(snapshot);
  if (obstacles !== null) return err(obstacles);
  const resolved = resolveIdentity(snapshot, chosen);
  if (resolved.isErr()) return err(resolved.error);
  const steps = resolved.value;
  const read = await readUnchanged(context, snapshot, filesOfResolution(snapshot, steps));
  if (read.isErr()) return err(read.error);
  const told = withoutErrors(snapshot.diagnostics);
  return planResolution({ snapshot, steps, files: read.value, identity }).andThen((value) => ok({ value, diagnostics: told }));
}
