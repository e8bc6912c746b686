import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** The descriptor of a companion: version 1 is the only one there has been, and any other is rebuilt from sources. */
export function companionDescriptor(artifact: 'asset-table' | 'preload' | 'asset-metadata'): VersionDescriptor {
  return {
    artifact,
    field: 'schema_version',
    current: 1,
    supported: '>=1 <2',
    migratable: [],
    deprecated: [],
    retired: [],
    writable: [1],
    whenUnsupported: 'rebuild',
    identityFields: [],
  };
}
