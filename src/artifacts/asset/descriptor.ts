import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** Versions of `asset.json`. */
export const assetDescriptor: VersionDescriptor = {
  artifact: 'asset',
  field: 'schema_version',
  current: 4,
  supported: '>=4 <5',
  migratable: [],
  deprecated: [],
  retired: [1, 2, 3],
  writable: [4],
  whenUnsupported: 'refuse',
  identityFields: ['asset_uuid'],
};
