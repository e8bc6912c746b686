import { err, ok, type Result } from 'neverthrow';
import type { MigrationChain } from '../../src/versioning/migration-chain.js';

/** A rule that a chain of migration steps breaks. */
export type ChainFault =
  'step-missing' | 'step-not-wanted' | 'step-skips' | 'step-of-other-artifact' | 'step-id-twice' | 'schema-missing' | 'schema-not-wanted';

/**
 * Checks a chain against its descriptor: one step from each migratable version to the next and no other, each with a name
 * of its own; a schema for each version of the window and no other.
 *
 * @returns the chain itself, or the first rule it breaks.
 */
export function checkChain<Identity>(chain: MigrationChain<Identity>): Result<MigrationChain<Identity>, ChainFault> {
  const { descriptor, schemas, steps } = chain;
  const { migratable, current, artifact } = descriptor;
  const window = [...migratable, current];
  if (steps.some((step) => step.artifact !== artifact)) return err('step-of-other-artifact');
  if (steps.some(({ from, to }) => to !== from + 1)) return err('step-skips');
  if (new Set(steps.map(({ id }) => id)).size !== steps.length) return err('step-id-twice');
  if (migratable.some((version) => !steps.some(({ from }) => from === version))) return err('step-missing');
  if (steps.map(({ from }) => from).join() !== migratable.join()) return err('step-not-wanted');
  if (window.some((version) => !schemas.has(version))) return err('schema-missing');
  if ([...schemas.keys()].some((version) => !window.includes(version))) return err('schema-not-wanted');
  return ok(chain);
}
