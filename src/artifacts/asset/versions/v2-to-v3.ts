import { ok } from 'neverthrow';
import type { JsonObject, MigrationStep } from '../../../versioning/migration-step.js';

function listPaths(inputs: unknown): JsonObject {
  const roles = Object.entries(inputs as JsonObject); // the schema of version 2 has seen to it
  return Object.fromEntries(roles.map(([role, paths]) => [role, typeof paths === 'string' ? [paths] : paths]));
}

/**
 * Version 3 brought identity, and inputs that are always lists. The uuid is decided for the workspace as a whole; a
 * declaration that has none there claims none.
 */
export const assetStepV2ToV3: MigrationStep<string | null> = {
  artifact: 'asset',
  id: 'asset-2-to-3',
  from: 2,
  to: 3,
  summary: 'Adds asset_uuid, and writes an input of a single path as a list.',
  touches: ['/asset_uuid', '/inputs/*'],
  identity: 'declares',
  run: (value, uuid) => ok({ ...value, inputs: listPaths(value['inputs']), ...(uuid !== null && { asset_uuid: uuid }) }),
};
