import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** Versions of the journal. */
export const journalDescriptor: VersionDescriptor = {
  artifact: 'journal',
  field: 'schema_version',
  current: 1,
  supported: '>=1 <2',
  migratable: [],
  deprecated: [],
  retired: [],
  writable: [1],
  whenUnsupported: 'refuse',
  identityFields: [],
};
