import { isJsonObject } from '../../codec/json-object.js';
import type { StructureSchema } from '../../schema/check-structure.js';
import type { MigrationChain } from '../../versioning/migration-chain.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { registryDescriptor } from './descriptor.js';
import { registryStepV2ToV3 } from './versions/v2-to-v3.js';
import { registrySchemaV2 } from './versions/v2.schema.js';
import { registryValidatorV2 } from './versions/v2.validator.js';
import { registryStepV3ToV4 } from './versions/v3-to-v4.js';
import { registrySchemaV3 } from './versions/v3.schema.js';
import { registryValidatorV3 } from './versions/v3.validator.js';
import { registrySchemaV4 } from './versions/v4.schema.js';
import { registryValidatorV4 } from './versions/v4.validator.js';

const IDENTITY_KEYS = ['asset_id', 'asset_uuid', 'root'] as const;

function* identityFields(value: JsonObject): Generator<readonly [string, unknown]> {
  yield ['/project_uuid', value['project_uuid']];
  for (const list of ['assets', 'retired']) {
    const items = value[list];
    if (!Array.isArray(items)) continue;
    for (const [index, item] of items.entries()) {
      if (isJsonObject(item)) for (const key of IDENTITY_KEYS) yield [`/${list}/${index}/${key}`, item[key]];
    }
  }
}

/**
 * How an `index.json` of any version in the window becomes one of the current version. The identity given says which
 * uuid was decided for the record of each root.
 */
export const registryChain: MigrationChain<ReadonlyMap<string, string>> = {
  descriptor: registryDescriptor,
  schemas: new Map<number, () => StructureSchema>([
    [2, registrySchemaV2],
    [3, registrySchemaV3],
    [4, registrySchemaV4],
  ]),
  validators: new Map([
    [2, registryValidatorV2],
    [3, registryValidatorV3],
    [4, registryValidatorV4],
  ]),
  steps: [registryStepV2ToV3, registryStepV3ToV4],
  identityOf: (value) => new Map(identityFields(value)),
};
