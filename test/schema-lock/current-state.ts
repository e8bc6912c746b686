import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNotes } from '../../etc/format-notes.mjs';
import { archiveLayout } from '../../src/artifacts/archive/layout.js';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { assetMetadataSchemaV1 } from '../../src/artifacts/companions/versions/asset-metadata-v1.schema.js';
import { assetTableSchemaV1 } from '../../src/artifacts/companions/versions/asset-table-v1.schema.js';
import { preloadSchemaV1 } from '../../src/artifacts/companions/versions/preload-v1.schema.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import { versionSurfaces, type VersionSurface } from '../../src/artifacts/version-surfaces.js';
import { compareStrings } from '../../src/base/compare-strings.js';
import type { StructureSchema } from '../../src/schema/check-structure.js';
import { cacheShape } from './cache-shape.js';
import { headerCheck, journalCheck, probedShape } from './probed-artifacts.js';
import type { CurrentState, CurrentSurface, CurrentVersion } from './schema-lock.js';
import { shapeOfSchema } from './shape-of-schema.js';
import type { Shape } from './shape.js';

const root = join(import.meta.dirname, '../..');

/** Where the frozen files stand, from the repository's root. */
const fixturesFolder = 'fixtures/versions';

interface Source {
  /** What makes the schema of each version. */
  readonly schemas: ReadonlyMap<number, () => StructureSchema>;
  /** The file of one, from the repository's root. */
  readonly file: (version: number) => string;
  /** The versions that a step leads to; null where none is ever asked for. */
  readonly steps: readonly number[] | null;
}

const companion = (name: string, schema: () => StructureSchema): Source => ({
  schemas: new Map([[1, schema]]),
  file: (version) => `src/artifacts/companions/versions/${name}-v${version}.schema.ts`,
  steps: null,
});

/** The surfaces that have schemas. */
export const schemaSources = {
  asset: {
    schemas: assetChain.schemas,
    file: (version) => `src/artifacts/asset/versions/v${version}.schema.ts`,
    steps: assetChain.steps.map(({ to }) => to),
  },
  registry: {
    schemas: registryChain.schemas,
    file: (version) => `src/artifacts/registry/versions/v${version}.schema.ts`,
    steps: registryChain.steps.map(({ to }) => to),
  },
  'asset-table': companion('asset-table', assetTableSchemaV1),
  preload: companion('preload', preloadSchemaV1),
  'asset-metadata': companion('asset-metadata', assetMetadataSchemaV1),
} as const satisfies Partial<Record<VersionSurface, Source>>;

function layoutShape(): Shape {
  const layout = Object.fromEntries(Object.entries(archiveLayout).filter(([part]) => part !== 'headerVersion')); // a surface of its own
  return { type: 'layout', integers: 'unsigned little-endian', layout: layout };
}

/** The surfaces whose structure is not a schema: of each the current version, and no earlier one is read. */
const OTHERS: Readonly<
  Record<Exclude<VersionSurface, keyof typeof schemaSources>, { readonly file: string; readonly shape: () => Shape }>
> = {
  'archive-envelope': { file: 'src/artifacts/archive/layout.ts', shape: layoutShape },
  'archive-header': { file: headerCheck.file, shape: () => probedShape(headerCheck) },
  cache: { file: 'src/artifacts/cache/serialize-cache.ts', shape: cacheShape },
  journal: { file: journalCheck.file, shape: () => probedShape(journalCheck) },
};

const noteOf = (surface: VersionSurface, version: number): boolean => {
  const notes: Readonly<Record<string, string | undefined>> = formatNotes[surface];
  return (notes[version] ?? '').trim() !== '';
};

function surfaceOf(surface: VersionSurface): CurrentSurface {
  const { current, migratable, retired } = versionSurfaces[surface];
  const reads = [...migratable, current];
  const common = { surface, current, reads, retired };
  if (Object.hasOwn(OTHERS, surface)) {
    const { file, shape } = OTHERS[surface as keyof typeof OTHERS];
    const versions = [{ version: current, shape: shape(), hasStep: false, hasNote: noteOf(surface, current) }];
    return { ...common, isMigrated: false, schemaFile: () => file, versions };
  }
  const { schemas, file, steps }: Source = schemaSources[surface as keyof typeof schemaSources];
  const versions = [...schemas].map(([version, schema]): CurrentVersion => ({
    version,
    shape: existsSync(join(root, file(version))) ? shapeOfSchema(schema()) : null,
    hasStep: steps?.includes(version) === true,
    hasNote: noteOf(surface, version),
  }));
  return { ...common, isMigrated: steps !== null, schemaFile: file, versions };
}

/** SHA-256 of every file under fixtures/versions, by its path below that folder. */
function readFixtures(): Readonly<Record<string, string>> {
  const folder = join(root, fixturesFolder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
  const hash = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(paths.sort(compareStrings).map((path) => [path, hash(path)]));
}

/** What the tree has. */
export function currentState(): CurrentState {
  return { surfaces: (Object.keys(versionSurfaces) as VersionSurface[]).map(surfaceOf), fixtures: readFixtures() };
}
