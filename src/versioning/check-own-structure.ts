import type { JsonDocument } from '../codec/json/json-document.js';
import type { Collector } from '../diagnostics/collector.js';
import { checkStructure, type StructureSchema } from '../schema/check-structure.js';
import type { StructureContext } from '../schema/diagnose-issue.js';
import type { JsonObject } from './migration-step.js';
import type { MigrationChain } from './migration-chain.js';

/** Judges files of one artifact, each by the schema of its own version. */
export type OwnStructureCheck = (
  document: JsonDocument,
  version: number,
  context: Omit<StructureContext, 'versions'>,
  collector: Collector,
) => JsonObject | null;

/**
 * Makes a check of structure by the version that a file says it is. A key that only a later version knows is an error of
 * its own.
 *
 * The check answers the very value that was parsed, or null where there was an error.
 */
export function checkOwnStructure({ schemas, descriptor }: Pick<MigrationChain<never>, 'schemas' | 'descriptor'>): OwnStructureCheck {
  const schemaOf = (version: number): StructureSchema | undefined => schemas.get(version)?.();
  const laterThan = (version: number) => {
    const versions = [...descriptor.migratable, descriptor.current].filter((other) => other > version);
    return versions.flatMap((other) => {
      const schema = schemaOf(other);
      return schema === undefined ? [] : [{ version: other, schema }];
    });
  };
  return (document, version, context, collector) => {
    const schema = schemaOf(version);
    if (schema === undefined) return null;
    return checkStructure<JsonObject>(schema, document, { ...context, versions: { own: version, later: laterThan(version) } }, collector);
  };
}
