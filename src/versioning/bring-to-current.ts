import { passed, type Passed } from '../base/passed.js';
import type { Collector } from '../diagnostics/collector.js';
import type { MigrationChain } from './migration-chain.js';
import type { MigrationRun } from './migration-run.js';
import type { JsonObject } from './migration-step.js';
import { type Migratable, runMigration } from './run-migration.js';
import type { StructuredJson } from './structured-json.js';

/** A value that has the structure of the current version: found so, or migrated. */
export interface CurrentJson extends Passed<'migrated'> {
  /** The value. */
  readonly value: JsonObject;
}

/** What became of a value on its way to the current version. */
export interface BroughtToCurrent {
  /** The value; null where a step failed. */
  readonly current: CurrentJson | null;
  /** What the steps did; null where it was of the current version already. */
  readonly migration: MigrationRun | null;
}

/**
 * Brings a value to the current version in memory, where it is not of that already.
 *
 * Codes: those of {@link runMigration}.
 *
 * @param given - the identity decided for it, and where its values stand.
 */
export function bringToCurrent<Identity>(
  chain: MigrationChain<Identity>,
  { value, version }: StructuredJson,
  given: Pick<Migratable<Identity>, 'identity' | 'locate'>,
  collector: Collector,
): BroughtToCurrent {
  if (version === chain.descriptor.current) return { current: passed<CurrentJson>({ value }), migration: null };
  const migration = runMigration(chain, { value, version, ...given }, collector);
  return { current: migration.value === null ? null : passed<CurrentJson>({ value: migration.value }), migration };
}
