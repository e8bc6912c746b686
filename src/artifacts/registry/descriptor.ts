import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** Versions of `index.json`. */
export const registryDescriptor: VersionDescriptor = {
  artifact: 'registry',
  field: 'schema_version',
  current: 4,
  supported: '>=4 <5',
  migratable: [],
  deprecated: [],
  retired: [1, 2, 3],
  writable: [4],
  whenUnsupported: 'refuse',
  identityFields: ['project_uuid', 'asset_uuid', 'asset_id'],
};
