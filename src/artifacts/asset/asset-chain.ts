import type { StructureSchema } from '../../schema/check-structure.js';
import type { MigrationChain } from '../../versioning/migration-chain.js';
import { assetDescriptor } from './descriptor.js';
import { assetStepV2ToV3 } from './versions/v2-to-v3.js';
import { assetSchemaV2 } from './versions/v2.schema.js';
import { assetValidatorV2 } from './versions/v2.validator.js';
import { assetStepV3ToV4 } from './versions/v3-to-v4.js';
import { assetSchemaV3 } from './versions/v3.schema.js';
import { assetValidatorV3 } from './versions/v3.validator.js';
import { assetSchemaV4 } from './versions/v4.schema.js';
import { assetValidatorV4 } from './versions/v4.validator.js';

/**
 * How an `asset.json` of any version in the window becomes one of the current version. The identity given is the uuid
 * decided for this declaration; null where it has none, and then it may be read so but never written.
 */
export const assetChain: MigrationChain<string | null> = {
  descriptor: assetDescriptor,
  schemas: new Map<number, () => StructureSchema>([
    [2, assetSchemaV2],
    [3, assetSchemaV3],
    [4, assetSchemaV4],
  ]),
  validators: new Map([
    [2, assetValidatorV2],
    [3, assetValidatorV3],
    [4, assetValidatorV4],
  ]),
  steps: [assetStepV2ToV3, assetStepV3ToV4],
  identityOf: (value) => new Map([['/asset_uuid', value['asset_uuid']]]),
};
