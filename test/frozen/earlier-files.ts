import type { MemoryContent } from 'prometeu-packer/memory';
import { soundPng } from '../sources/png/png-builder.js';
import { soundWav } from '../sources/wav/wav-builder.js';

const uuidOf = (id: number): string => `0190a1b2-0000-7000-8000-${id.toString().padStart(12, '0')}`;
const project = '0190a1b2-ffff-7000-8000-000000000000';
const text = (value: unknown, indent: number | string = 2): string => `${JSON.stringify(value, null, indent)}\n`;

/** Sources that declarations of any version may name. */
export const sources: Readonly<Record<string, MemoryContent>> = {
  'assets/tiles/hero/idle.png': soundPng,
  'assets/tiles/hero/run-1.png': soundPng,
  'assets/sounds/jump/jump.wav': soundWav,
  'assets/colours/day.bin': Uint8Array.from({ length: 32 }, (_, index) => index * 8),
  'assets/levels/one/map.bin': 'xo.\n.ox\n',
};

const png = { format: 'png', codec: 'none' };
const wav = { format: 'wav', codec: 'none' };
const raw = { format: 'raw', codec: 'none' };

const declarations = {
  'tiles/hero': { name: 'hero', type: 'tile_bank', inputs: { main: 'idle.png', run: ['run-1.png'] }, output: png, preload: true },
  'sounds/jump': { name: 'jump', type: 'sound_bank', inputs: { main: 'jump.wav' }, output: wav, preload: false },
  colours: { name: 'day', type: 'palette_bank', inputs: { main: ['day.bin'] }, output: raw, note: { kept: [1, 2] } },
  'levels/one': { name: 'level-1', type: 'data_bank', inputs: { main: 'map.bin' }, output: raw },
};
type Root = keyof typeof declarations;
const roots = Object.keys(declarations) as readonly Root[];

const lists = (inputs: Readonly<Record<string, string | readonly string[]>>) =>
  Object.fromEntries(Object.entries(inputs).map(([role, paths]) => [role, typeof paths === 'string' ? [paths] : paths]));

const asVersion2 = (root: Root) => ({ schema_version: 2, ...declarations[root] });
const asVersion3 = (root: Root) => ({
  ...{ schema_version: 3, asset_uuid: uuidOf(roots.indexOf(root) + 1), ...declarations[root] },
  inputs: lists(declarations[root].inputs),
});

const at = (root: string): string => `assets/${root}/asset.json`;
const registry = 'assets/.prometeu/index.json';
const recordsOf = (keys: (root: Root, id: number) => object) => roots.map((root, index) => keys(root, index + 1));

/** Registry and declarations of version 2, each in a hand of its own: no asset has an identity yet. */
export const version2: Readonly<Record<string, MemoryContent>> = {
  ...sources,
  [registry]: text({ schema_version: 2, project_uuid: project, assets: recordsOf((root, asset_id) => ({ asset_id, root })) }),
  [at('tiles/hero')]: text(asVersion2('tiles/hero'), '\t').replaceAll('\n', '\r\n'),
  [at('sounds/jump')]: JSON.stringify(asVersion2('sounds/jump')),
  [at('colours')]: text(asVersion2('colours'), 4),
  [at('levels/one')]: text(asVersion2('levels/one')).replace('"inputs": ', '"inputs"  :\n\n  '),
};

/** Registry and declarations of version 3. */
export const version3: Readonly<Record<string, MemoryContent>> = {
  ...sources,
  [registry]: text({
    ...{ schema_version: 3, project_uuid: project, next_asset_id: 9 },
    assets: recordsOf((root, asset_id) => ({ asset_id, asset_uuid: uuidOf(asset_id), root })),
  }),
  ...Object.fromEntries(roots.map((root, index) => [at(root), text(asVersion3(root), index % 2 === 0 ? 2 : '\t')])),
};

/** A registry of version 4 over declarations of versions 2, 3 and 4. */
export const mixed: Readonly<Record<string, MemoryContent>> = {
  ...version3,
  [registry]: text({
    ...{ schema_version: 4, project_uuid: project, next_asset_id: 9 },
    assets: recordsOf((root, asset_id) => ({ asset_id, asset_uuid: uuidOf(asset_id), root, included_in_build: root !== 'levels/one' })),
    retired: [{ asset_id: 8, asset_uuid: uuidOf(8) }],
  }),
  [at('tiles/hero')]: text(asVersion2('tiles/hero')),
  [at('sounds/jump')]: text({ ...asVersion3('sounds/jump'), schema_version: 4, preload: { enabled: true, slot: 7 } }),
};

/** Declarations and a registry of version 1, which no release of the package reads. */
export const version1: Readonly<Record<string, MemoryContent>> = {
  ...sources,
  [registry]: text({ schema_version: 1, assets: [] }),
  [at('tiles/hero')]: text({ schema_version: 1, name: 'hero' }),
};

/** Findings of many kinds, errors among them: what a team may find on the first day, and put into a baseline. */
export const withFindings: Readonly<Record<string, MemoryContent>> = {
  ...mixed,
  'assets/tiles/hero/idle.png': Buffer.concat([soundPng, Buffer.from('more')]),
  [at('colours')]: text({ ...asVersion3('colours'), prelod: true, inputs: { main: ['day.bin', 'night.bin'] } }),
  [at('levels/two')]: text({ ...asVersion3('levels/one'), asset_uuid: uuidOf(77), name: 'level-2' }),
  'assets/levels/two/map.bin': 'o',
  'assets/notes/todo.txt': 'a folder without a declaration',
};
