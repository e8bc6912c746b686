import { err, ok } from 'neverthrow';
import type { JsonObject, MigrationStep } from '../../../versioning/migration-step.js';
import { LARGEST_ASSET_ID } from '../model.js';

interface RecordV2 extends JsonObject {
  readonly asset_id: number;
  readonly root: string;
}

/** Version 3 recorded identities, and the number that the next asset gets. */
export const registryStepV2ToV3: MigrationStep<ReadonlyMap<string, string>> = {
  artifact: 'registry',
  id: 'registry-2-to-3',
  from: 2,
  to: 3,
  summary: 'Adds asset_uuid to every record, and next_asset_id: the highest asset_id and one.',
  touches: ['/assets/*/asset_uuid', '/next_asset_id'],
  identity: 'declares',
  run(value, identities) {
    const records = value['assets'] as readonly RecordV2[]; // the schema of version 2 has seen to it
    const unknown = records.find(({ root }) => !identities.has(root));
    if (unknown !== undefined) return err(`no identity is known for the record of asset_id ${unknown.asset_id}`);
    const highest = records.reduce((most, { asset_id }) => Math.max(most, asset_id), 0);
    if (highest > LARGEST_ASSET_ID) return err('no number is left for another asset');
    const assets = records.map((record) => ({ ...record, asset_uuid: identities.get(record.root) }));
    return ok({ ...value, next_asset_id: highest + 1, assets });
  },
};
