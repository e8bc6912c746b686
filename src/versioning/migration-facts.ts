import type { MigrationStepOutcome, VersionFacts } from '../diagnostics/version-facts.js';
import { supportWindow } from './support-window.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** What is known of a migration that was tried. */
export interface TriedMigration {
  /** Schema version found. */
  readonly found: number;
  /** The steps in order. */
  readonly steps: readonly MigrationStepOutcome[];
  /** Whether all of them succeeded. */
  readonly outcome: 'succeeded' | 'failed';
  /** Whether identity is involved: declared by a step, or at fault. */
  readonly implicated: boolean;
}

/** What follows from a migration that was tried. */
export interface MigrationConsequences {
  /** What a person has to do. */
  readonly what: string;
  /** Whether something has to be done before anything goes on. */
  readonly required: boolean;
  /** What cannot go on until then. */
  readonly blocks: VersionFacts['blocks'];
}

/** The six facts for a file that a migration was tried on. */
export function migrationFacts(
  descriptor: VersionDescriptor,
  { found, steps, outcome, implicated }: TriedMigration,
  { what, required, blocks }: MigrationConsequences,
): VersionFacts {
  return {
    found,
    supported: { range: descriptor.supported, oldest: supportWindow(descriptor).oldest, current: descriptor.current },
    migration: { attempted: true, steps: steps.map(({ id, from, to, outcome: of }) => ({ id, from, to, outcome: of })), outcome },
    identity: {
      implicated,
      fields: implicated ? descriptor.identityFields : [],
      registry: implicated,
    },
    manualAction: { required, what },
    blocks,
  };
}
