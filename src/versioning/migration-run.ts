import type { JsonPatchOperation } from '../codec/json-patch.js';
import type { MigrationStepOutcome } from '../diagnostics/version-facts.js';
import type { JsonObject } from './migration-step.js';

/** What became of one step. */
export interface MigrationStepRun extends MigrationStepOutcome {
  /** What it changed, the version among it, in the order of the operations; empty unless it succeeded. */
  readonly patch: readonly JsonPatchOperation[];
}

/** What became of the migration of one value. */
export interface MigrationRun {
  /** Schema version found. */
  readonly from: number;
  /** Schema version aimed at: the current one. */
  readonly to: number;
  /** The steps in order, those that were not run included. */
  readonly steps: readonly MigrationStepRun[];
  /** Whether all of them succeeded. */
  readonly outcome: 'succeeded' | 'failed';
  /** The value in the current version; null where a step failed: what was found stands untouched. */
  readonly value: JsonObject | null;
  /** Whether a step declared an identity that the file did not have. */
  readonly identity: 'none' | 'declared';
  /** Pointers of the keys that no version knows; each still there with its value. */
  readonly unknownKeys: readonly string[];
}
