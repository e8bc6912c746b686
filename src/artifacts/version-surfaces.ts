import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import type { VersionDescriptor } from '../versioning/version-descriptor.js';
import { archiveEnvelopeDescriptor, archiveHeaderDescriptor } from './archive/descriptors.js';
import { assetDescriptor } from './asset/descriptor.js';
import { cacheDescriptor } from './cache/descriptor.js';
import { assetMetadataDescriptor } from './companions/asset-metadata.js';
import { assetTableDescriptor } from './companions/asset-table.js';
import { preloadDescriptor } from './companions/preload.js';
import { journalDescriptor } from './journal/descriptor.js';
import { registryDescriptor } from './registry/descriptor.js';

/** Whatever has a version number of its own: each artifact one, but the archive two. */
export type VersionSurface = Exclude<ArtifactKind, 'archive'> | 'archive-envelope' | 'archive-header';

/** The descriptor of every version number there is, in the order of CONTRACT.md §1. */
export const versionSurfaces: Readonly<Record<VersionSurface, VersionDescriptor>> = {
  asset: assetDescriptor,
  registry: registryDescriptor,
  'archive-envelope': archiveEnvelopeDescriptor,
  'archive-header': archiveHeaderDescriptor,
  'asset-table': assetTableDescriptor,
  preload: preloadDescriptor,
  'asset-metadata': assetMetadataDescriptor,
  cache: cacheDescriptor,
  journal: journalDescriptor,
};
