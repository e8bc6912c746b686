import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';

/** A sound descriptor: version 4 is current, 3 and 2 are migrated, 1 is retired. */
export const sampleDescriptor: VersionDescriptor = {
  artifact: 'asset',
  field: 'schema_version',
  current: 4,
  supported: '>=2 <5',
  migratable: [2, 3],
  deprecated: [],
  retired: [1],
  writable: [4],
  whenUnsupported: 'refuse',
  identityFields: ['asset_uuid'],
};
