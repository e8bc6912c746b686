import { ok } from 'neverthrow';
import type { MigrationStep } from '../../../versioning/migration-step.js';

/** Version 4 made room for a slot: `preload` became an object. One that is absent stays absent. */
export const assetStepV3ToV4: MigrationStep<unknown> = {
  artifact: 'asset',
  id: 'asset-3-to-4',
  from: 3,
  to: 4,
  summary: 'Writes preload as an object that says whether it is enabled.',
  touches: ['/preload'],
  identity: 'none',
  run: (value) => ok(Object.hasOwn(value, 'preload') ? { ...value, preload: { enabled: value['preload'] } } : value),
};
