import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** Versions of `asset.json`. */
export const assetDescriptor: VersionDescriptor = {
  artifact: 'asset',
  field: 'schema_version',
  current: 4,
  supported: '>=2 <5',
  migratable: [2, 3],
  deprecated: [{ version: 2, removedIn: '2.0.0' }],
  retired: [1],
  writable: [4],
  whenUnsupported: 'refuse',
  identityFields: ['asset_uuid'],
};
