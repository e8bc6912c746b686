import type { StructureSchema } from '../schema/check-structure.js';
import type { JsonObject, MigrationStep } from './migration-step.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** All that the engine needs to bring a value of any version of one artifact to the current one. */
export interface MigrationChain<Identity> {
  /** The versions. */
  readonly descriptor: VersionDescriptor;
  /** The frozen schema of each version in the window. Made when first asked for. */
  readonly schemas: ReadonlyMap<number, () => StructureSchema>;
  /**
   * Quick checks that are generated from the schemas, by version: whether a value is just what the schema takes. What one of them
   * refuses, and every version without one, is for the schema to judge.
   */
  readonly validators?: ReadonlyMap<number, (value: unknown) => boolean>;
  /** One step for each migratable version, oldest first. */
  readonly steps: readonly MigrationStep<Identity>[];
  /** The values of all fields that carry identity, by pointer: what a step must not change unless it declares it. */
  readonly identityOf: (value: JsonObject) => ReadonlyMap<string, unknown>;
}
