import type { NonEmpty } from '../base/non-empty.js';
import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import { DECLARATION_NAME } from '../paths/declaration-name.js';
import {
  ARCHIVE_PATH,
  ASSET_METADATA_PATH,
  ASSET_TABLE_PATH,
  ASSETS_FOLDER,
  CACHE_PATH,
  JOURNAL_PATH,
  PRELOAD_PATH,
  REGISTRY_PATH,
} from '../paths/owned-paths.js';
import type { VersionDescriptor } from '../versioning/version-descriptor.js';
import { versionSurfaces } from './version-surfaces.js';

/** What an artifact is, and what may be relied on: the contract towards whoever ships or runs a build. */
export interface ArtifactDescription {
  /** The artifact. */
  readonly artifact: ArtifactKind;
  /** One sentence: what it holds. Free text, not part of the contract. */
  readonly purpose: string;
  /** Where it stands, from the workspace root. `<root>` stands for a folder of any depth, once for each asset. */
  readonly path: string;
  /** How it is written, and by whom. */
  readonly form: 'hand-edited-json' | 'packer-written-json' | 'binary';
  /** Who reads it: the runtime, tools alone, or the packer while it writes. */
  readonly audience: 'runtime-facing' | 'tooling-only' | 'control';
  /** Whether it is a source of truth, can be made again from one, or is neither and lost when it is lost. */
  readonly authority: 'authoritative' | 'derived' | 'not-derivable';
  /**
   * What happens where its version is not supported: `refuse`, it is left as it is and nothing that needs it goes on
   * (of the journal: nothing is written, reading goes on); `rebuild`, it is made again from sources; `discard`, it is
   * thrown away.
   */
  readonly whenUnsupported: 'refuse' | 'rebuild' | 'discard';
  /** Whether a shipper takes it. What is not published never leaves the workspace. */
  readonly published: boolean;
  /** Its version numbers; the archive has two, in the order in which a reader meets them. */
  readonly versions: NonEmpty<VersionDescriptor>;
}

type ArtifactEntry = Omit<ArtifactDescription, 'artifact' | 'whenUnsupported'>;

const KEPT_BY_PACKER = { form: 'packer-written-json', published: false } as const;
const COMPANION = { form: 'packer-written-json', audience: 'tooling-only', authority: 'derived', published: true } as const;

const ENTRIES: Readonly<Record<ArtifactKind, ArtifactEntry>> = {
  asset: {
    purpose: 'Declares one asset: name, type, inputs, output, and the identity it claims.',
    path: `${ASSETS_FOLDER}/<root>/${DECLARATION_NAME}`,
    form: 'hand-edited-json',
    audience: 'tooling-only',
    authority: 'authoritative',
    published: false,
    versions: [versionSurfaces.asset],
  },
  registry: {
    ...KEPT_BY_PACKER,
    purpose: 'Records the identity, number and folder of each asset, and whether it is built.',
    path: REGISTRY_PATH,
    audience: 'tooling-only',
    authority: 'authoritative',
    versions: [versionSurfaces.registry],
  },
  archive: {
    purpose: 'Holds all assets of a build: the one file that the runtime reads.',
    path: ARCHIVE_PATH,
    form: 'binary',
    audience: 'runtime-facing',
    authority: 'derived',
    published: true,
    versions: [versionSurfaces['archive-envelope'], versionSurfaces['archive-header']],
  },
  'asset-table': {
    ...COMPANION,
    purpose: "Repeats the archive's table of assets.",
    path: ASSET_TABLE_PATH,
    versions: [versionSurfaces['asset-table']],
  },
  preload: {
    ...COMPANION,
    purpose: "Repeats the archive's list of preloaded assets.",
    path: PRELOAD_PATH,
    versions: [versionSurfaces.preload],
  },
  'asset-metadata': {
    ...COMPANION,
    purpose: 'Tells from which asset and source file each stretch of the payload came.',
    path: ASSET_METADATA_PATH,
    versions: [versionSurfaces['asset-metadata']],
  },
  cache: {
    ...KEPT_BY_PACKER,
    purpose: 'Saves work that was done before. Nothing depends on it.',
    path: CACHE_PATH,
    audience: 'tooling-only',
    authority: 'derived',
    versions: [versionSurfaces.cache],
  },
  journal: {
    ...KEPT_BY_PACKER,
    purpose: 'Holds a plan that is being applied, so that it can be finished after a crash.',
    path: JOURNAL_PATH,
    audience: 'control',
    authority: 'not-derivable',
    versions: [versionSurfaces.journal],
  },
};

/**
 * Describes the eight artifacts that the packer owns: where each stands, who reads it, what it may be relied on for, and
 * what becomes of one whose version is not supported. This is the whole contract towards a shipper.
 *
 * @example
 * ```ts
 * import { describeArtifacts } from 'prometeu-packer';
 *
 * const published = describeArtifacts().filter((artifact) => artifact.published);
 * console.log(published.map(({ path }) => path).join(' '));
 * // build/assets.pa build/asset_table.json build/preload.json build/asset_table_metadata.json
 * ```
 */
export function describeArtifacts(): readonly ArtifactDescription[] {
  const artifacts = Object.keys(ENTRIES) as ArtifactKind[]; // its keys are all that the record has
  return artifacts.map((artifact) => {
    const entry = ENTRIES[artifact];
    return { artifact, ...entry, whenUnsupported: entry.versions[0].whenUnsupported };
  });
}
