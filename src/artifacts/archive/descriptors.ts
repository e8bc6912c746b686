import type { VersionDescriptor } from '../../versioning/version-descriptor.js';
import { archiveLayout } from './layout.js';

const { envelope, headerVersion } = archiveLayout;

/** Versions of the archive's envelope: its major number. A minor number adds to a version and makes none. */
export const archiveEnvelopeDescriptor: VersionDescriptor = {
  artifact: 'archive',
  field: 'envelope_major',
  current: envelope.major,
  supported: '>=1 <2',
  migratable: [],
  deprecated: [],
  retired: [],
  writable: [envelope.major],
  whenUnsupported: 'rebuild',
  identityFields: [],
};

/** Versions of the JSON in the archive's header, which change on their own. */
export const archiveHeaderDescriptor: VersionDescriptor = {
  artifact: 'archive',
  field: 'header_version',
  current: headerVersion,
  supported: '>=1 <2',
  migratable: [],
  deprecated: [],
  retired: [],
  writable: [headerVersion],
  whenUnsupported: 'rebuild',
  identityFields: [],
};
