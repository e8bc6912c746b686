import type { VersionDescriptor } from './version-descriptor.js';

/** The descriptor of a JSON artifact of which version 1 is the only one there has been, and that holds no identity to keep. */
export function firstVersionDescriptor({
  artifact,
  whenUnsupported,
}: Pick<VersionDescriptor, 'artifact' | 'whenUnsupported'>): VersionDescriptor {
  return {
    artifact,
    field: 'schema_version',
    current: 1,
    supported: '>=1 <2',
    migratable: [],
    deprecated: [],
    retired: [],
    writable: [1],
    whenUnsupported,
    identityFields: [],
  };
}
