import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** Versions of the cache. A cache of any other version is thrown away, which is all the migration it needs. */
export const cacheDescriptor: VersionDescriptor = {
  artifact: 'cache',
  field: 'schema_version',
  current: 1,
  supported: '>=1 <2',
  migratable: [],
  deprecated: [],
  retired: [],
  writable: [1],
  whenUnsupported: 'discard',
  identityFields: [],
};
