import type { MigrationStepOutcome } from '../diagnostics/version-facts.js';
import type { MigrationRun } from '../versioning/migration-run.js';
import type { DeclaredIdentity } from './identity-table.js';

/** What a migration would do to a file of an earlier version. It was done in memory; the file stands as it was found. */
export interface PendingMigration {
  /** Schema version found. */
  readonly from: number;
  /** Schema version aimed at: the current one. */
  readonly to: number;
  /** The steps in order, those that were not run because an earlier one failed included. */
  readonly steps: readonly MigrationStepOutcome[];
  /** Pointers of the keys that no version knows; each is kept with its value. */
  readonly unknownKeys: readonly string[];
  /** The identity that a declaration gets, which it does not have yet; null where it gets none, and for a registry. */
  readonly identity: DeclaredIdentity | null;
}

/** Tells of a migration what a snapshot keeps: not the values, which would be held for every file. */
export function pendingMigration({ from, to, steps, unknownKeys }: MigrationRun, identity: DeclaredIdentity | null): PendingMigration {
  return { from, to, steps: steps.map(({ id, from, to, outcome }) => ({ id, from, to, outcome })), unknownKeys, identity };
}
