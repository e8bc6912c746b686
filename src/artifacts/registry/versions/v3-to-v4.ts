import { ok } from 'neverthrow';
import type { JsonObject, MigrationStep } from '../../../versioning/migration-step.js';

/** Version 4 brought assets that builds leave out, and identities that never come back. */
export const registryStepV3ToV4: MigrationStep<unknown> = {
  artifact: 'registry',
  id: 'registry-3-to-4',
  from: 3,
  to: 4,
  summary: 'Adds included_in_build to every record, true, and an empty list of retired identities.',
  touches: ['/assets/*/included_in_build', '/retired'],
  identity: 'none',
  run(value) {
    const records = value['assets'] as readonly JsonObject[]; // the schema of version 3 has seen to it
    return ok({ ...value, assets: records.map((record) => ({ ...record, included_in_build: true })), retired: [] });
  },
};
