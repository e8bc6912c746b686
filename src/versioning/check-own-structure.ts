import { passed } from '../base/passed.js';
import type { JsonDocument } from '../codec/json/json-document.js';
import type { Collector } from '../diagnostics/collector.js';
import { checkStructure, type StructureSchema } from '../schema/check-structure.js';
import type { StructureContext } from '../schema/diagnose-issue.js';
import type { JsonObject } from './migration-step.js';
import type { MigrationChain } from './migration-chain.js';
import type { VersionedJson } from './read-versioned-json.js';
import type { StructuredJson } from './structured-json.js';

/** Judges files of one artifact, each by the schema of its own version. */
export type OwnStructureCheck = (
  versioned: VersionedJson,
  context: Omit<StructureContext, 'versions'>,
  collector: Collector,
) => StructuredJson | null;

/**
 * Makes a check of structure by the version that a file says it is. A key that only a later version knows is an error of
 * its own. The schema is only asked where neither whoever recognised the text nor the validator of the version says at once that
 * there is nothing to find.
 *
 * The check answers the very value that was parsed, or null where there was an error.
 */
export function checkOwnStructure({
  schemas,
  validators,
  descriptor,
}: Pick<MigrationChain<never>, 'schemas' | 'validators' | 'descriptor'>): OwnStructureCheck {
  const isFlawless = ({ value, recognised, plainNumbers, valueFaults }: JsonDocument, version: number): boolean =>
    recognised || (plainNumbers && valueFaults.length === 0 && validators?.get(version)?.(value) === true);
  const schemaOf = (version: number): StructureSchema | undefined => schemas.get(version)?.();
  const laterThan = (version: number) => {
    const versions = [...descriptor.migratable, descriptor.current].filter((other) => other > version);
    return versions.flatMap((other) => {
      const schema = schemaOf(other);
      return schema === undefined ? [] : [{ version: other, schema }];
    });
  };
  return ({ document, version: { version } }, context, collector) => {
    if (isFlawless(document, version)) return passed<StructuredJson>({ value: document.value as JsonObject, version });
    const schema = schemaOf(version);
    if (schema === undefined) return null;
    const versions = { own: version, later: laterThan(version) };
    const value = checkStructure<JsonObject>(schema, document, { ...context, versions }, collector);
    return value === null ? null : passed<StructuredJson>({ value, version });
  };
}
