import { readdirSync, readFileSync } from 'node:fs';
import type { MemoryContent, MemoryEditor } from 'prometeu-packer/memory';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { assetV2, assetV3, assetV4, registryV2, registryV3, workspaceOf } from '../operations/versioned-workspace.js';

const fixtures = new URL('../../fixtures/', import.meta.url);

/** The files below a folder of the fixtures, by path. */
function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const base = new URL(`${folder}/`, fixtures);
  const entries = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = `${parentPath}/${name}`;
      return [path.slice(base.pathname.length).replace(/^\/+/, ''), Uint8Array.from(readFileSync(path))];
    }),
  );
}

/** Where a file of a version stands in a workspace. */
const PLACES: Readonly<Record<string, string>> = {
  'archive-envelope': 'build/assets.pa',
  'archive-header': 'build/assets.pa',
  asset: 'assets/hero/asset.json',
  'asset-metadata': 'build/asset_table_metadata.json',
  'asset-table': 'build/asset_table.json',
  cache: 'assets/.prometeu/cache.json',
  journal: 'assets/.prometeu/journal.json',
  preload: 'build/preload.json',
  registry: 'assets/.prometeu/index.json',
};

type Files = Iterable<readonly [string, MemoryContent]>;

/** Each frozen file of `fixtures/versions`, in the sound workspace in place of its own. */
function versionFixtures(): readonly (readonly [string, Files])[] {
  const sound = readFolder('sound-workspace');
  return [...readFolder('versions')]
    .filter(([path]) => /\/in\.\w+$/.test(path))
    .map(([path, bytes]) => {
      const place = PLACES[path.split('/')[0] ?? ''];
      if (place === undefined) throw new Error(`where does ${path} stand?`);
      return [`versions/${path}`, [...sound, [place, bytes] as const]] as const;
    });
}

const versions2 = workspaceOf(registryV2({ a: 1, b: 2 }), { a: assetV2('a'), b: assetV2('b') });
const versions3 = workspaceOf(registryV3({ a: 1, b: 2 }), { a: assetV3('a', 1), b: assetV4('b', 2) });

/** Workspaces that nobody spoiled on purpose, whatever their versions, by name. */
export const FIXTURES: ReadonlyMap<string, Files> = new Map<string, Files>([
  ['sample-game', readFolder('sample-game')],
  ['sound-workspace', readFolder('sound-workspace')],
  ['the small workspace', Object.entries(smallWorkspace())],
  ['an empty workspace', []],
  ['a workspace of version 2', Object.entries(versions2)],
  ['a workspace of versions 3 and 4', Object.entries(versions3)],
  ...versionFixtures(),
]);

/** Lays out files in a workspace. */
export function layOutFiles(editor: MemoryEditor, files: Files): void {
  for (const [path, content] of files) editor.set(path, content);
}
