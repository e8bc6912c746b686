import type { StructureSchema } from '../schema/check-structure.js';
import type { JsonObject, MigrationStep } from './migration-step.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** All that the engine needs to bring a value of any version of one artifact to the current one. */
export interface MigrationChain<Identity> {
  /** The versions. */
  readonly descriptor: VersionDescriptor;
  /** The frozen schema of each version in the window. Made when first asked for. */
  readonly schemas: ReadonlyMap<number, () => StructureSchema>;
  /** One step for each migratable version, oldest first. */
  readonly steps: readonly MigrationStep<Identity>[];
  /** The values of all fields that carry identity, by pointer: what a step must not change unless it declares it. */
  readonly identityOf: (value: JsonObject) => ReadonlyMap<string, unknown>;
}
