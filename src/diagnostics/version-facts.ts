/** One step of a migration as a report tells it. */
export interface MigrationStepOutcome {
  /** Stable name of the step. */
  readonly id: string;
  /** Schema version before. */
  readonly from: number;
  /** Schema version after. */
  readonly to: number;
  /** What became of it. */
  readonly outcome: 'succeeded' | 'failed' | 'not-run';
}

/** The six facts that every diagnostic about a version or a migration carries as data (specification 6, Failure Surfacing). */
export interface VersionFacts {
  /** The version found: the integer, the token's text where it is none, or null where the file has none. */
  readonly found: number | string | null;
  /** The support window, as a semver range over `n.0.0` and as numbers. */
  readonly supported: { readonly range: string; readonly oldest: number; readonly current: number };
  /** Whether migration was tried, and how far it got. */
  readonly migration: {
    readonly attempted: boolean;
    readonly steps: readonly MigrationStepOutcome[];
    readonly outcome: 'not-attempted' | 'not-needed' | 'succeeded' | 'failed';
  };
  /** Whether identity-bearing fields, or the alignment with the registry, are involved. */
  readonly identity: { readonly implicated: boolean; readonly fields: readonly string[]; readonly registry: boolean };
  /** Whether a person has to act, and how. */
  readonly manualAction: { readonly required: boolean; readonly what: string };
  /** What cannot go on until it is solved. */
  readonly blocks: { readonly build: boolean; readonly studio: boolean };
}
