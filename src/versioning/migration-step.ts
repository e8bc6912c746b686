import type { Result } from 'neverthrow';
import type { ArtifactKind } from '../diagnostics/artifact-kind.js';

/** A JSON object of which no more is known than that. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a migration step is and may do, as data. */
export interface MigrationStepDescription {
  /** The artifact. */
  readonly artifact: ArtifactKind;
  /** Stable name, such as `asset-2-to-3`. */
  readonly id: string;
  /** Schema version before. */
  readonly from: number;
  /** Schema version afterwards: the next one. */
  readonly to: number;
  /** One sentence: what it changes. */
  readonly summary: string;
  /** What it may change: RFC 6901 pointers in which `*` stands for any one key or index. The version is the engine's own. */
  readonly touches: readonly string[];
  /** Whether it may declare an identity, which is then given to it; without, identity has to stay what it is. */
  readonly identity: 'none' | 'declares';
}

/**
 * One step of a migration: a pure function from a value of one version to a value of the next.
 *
 * @typeParam Identity - what a step that declares identity is given: decided for the workspace as a whole before any step runs.
 */
export interface MigrationStep<Identity> extends MigrationStepDescription {
  /**
   * The step itself. It gets a frozen value that is valid in version `from`, and gives a new one; the version is stamped
   * by the engine. Err with a reason where the value cannot be brought to the next version.
   */
  readonly run: (value: JsonObject, identity: Identity) => Result<JsonObject, string>;
}
