// The workspaces that the example Studio panel opens: bundled into the page by etc/bundle-panel.mjs.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const fixtures = resolve(import.meta.dirname, '../fixtures');

const bytesBelow = (folder) =>
  Object.fromEntries(
    readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(fixtures, folder, name)).isFile())
      .map((name) => name.replaceAll('\\', '/'))
      .sort()
      .map((name) => [name, readFileSync(join(fixtures, folder, name))]),
  );

const game = bytesBelow('sample-game');
const version = (path) => readFileSync(join(fixtures, 'versions', path, 'in.json'));
const uuid = (number) => `4c1d7a90-0000-4000-8000-${String(number).padStart(12, '0')}`;
const crlf = (text) => text.replaceAll('\n', '\r\n');

function declaration(number, name, type, inputs, format, before = '') {
  const lines = [
    '{',
    '  "schema_version": 4,',
    `  "asset_uuid": "${uuid(number)}",`,
    `  "name": "${name}",`,
    `  "type": "${type}",`,
    `  "inputs": { "main": [${inputs.map((input) => `"${input}"`).join(', ')}] },`,
    `  "output": { "format": "${format}", "codec": "none" }`,
    '}',
  ];
  return `${before}${lines.join('\n')}\n`;
}

const roots = ['sprites/hero', 'sounds/jump', 'palettes/day', 'levels/forest'];
const records = roots.map((root, index) => ({ asset_id: index + 1, asset_uuid: uuid(index + 1), root, included_in_build: true }));
const registry = { schema_version: 4, project_uuid: uuid(0), next_asset_id: 5, assets: records, retired: [] };

const sound = {
  ...game,
  'assets/.prometeu/index.json': `${JSON.stringify(registry, null, 2)}\n`,
  'assets/sprites/hero/asset.json': declaration(1, 'hero', 'tile_bank', ['idle.png', 'run-1.png', 'run-2.png'], 'png'),
  'assets/sounds/jump/asset.json': declaration(2, 'jump', 'sound_bank', ['jump.wav'], 'wav'),
  'assets/palettes/day/asset.json': declaration(3, 'day', 'palette_bank', ['colours.bin'], 'raw'),
  'assets/levels/forest/asset.json': declaration(4, 'forest', 'data_bank', ['tiles.bin', 'spawn.json'], 'raw'),
};

const old = {
  ...game,
  'assets/.prometeu/index.json': `${JSON.stringify(
    { schema_version: 2, project_uuid: uuid(0), assets: roots.map((root, index) => ({ asset_id: index + 1, root })) },
    null,
    2,
  )}\n`,
  'assets/sprites/hero/asset.json': version('asset/v2/tabs-and-crlf'),
  'assets/levels/forest/asset.json': version('asset/v2/four-spaces'),
  'assets/sounds/jump/asset.json': crlf(
    '{ "schema_version": 2, "name": "jump", "type": "sound_bank",\n  "inputs": { "main": "jump.wav" },\n  "output": { "format": "wav", "codec": "none" } }\n',
  ),
  'assets/palettes/day/asset.json':
    '{"schema_version":2,"name":"day","type":"palette_bank","inputs":{"main":"colours.bin"},"output":{"format":"raw","codec":"none"},"preload":true}',
};

const broken = {
  ...sound,
  'assets/sprites/hero/asset.json': declaration(1, 'hero', 'tile_bank', ['idle.png', 'run-1.png', 'run-2.png'], 'png')
    .replace('"name"', '"nmae"')
    .replace('"png", "codec"', '"jpeg", "codec"'),
  'assets/palettes/day/asset.json': declaration(3, 'day', 'palette_bank', ['colours.bin'], 'raw', '\ufeff'),
  'assets/levels/forest/asset.json': declaration(4, 'forest', 'data_bank', ['tiles.bin', 'spawn.json'], 'raw').replace(
    '"spawn.json"]',
    '"spawn.json",]',
  ),
  'assets/levels/forest-copy/asset.json': declaration(2, 'forest-copy', 'data_bank', ['tiles.bin'], 'raw'),
  'assets/levels/forest-copy/tiles.bin': game['assets/levels/forest/tiles.bin'],
  'assets/sounds/jump/jump.wav': game['assets/sounds/jump/jump.wav'].subarray(0, 700),
  'assets/new/from-the-future/asset.json': '{\n  "schema_version": 9,\n  "name": "later"\n}\n',
};

const base64 = (files) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')]));

/** Every workspace that the panel opens, the first one at its start. */
export const panelSamples = [
  {
    id: 'broken',
    title: 'Broken files',
    about: 'Typing errors, a copied folder, a file of the future, a cut sound: mend them.',
    files: base64(broken),
  },
  { id: 'sound', title: 'Sound game', about: 'A small game without a fault: build it.', files: base64(sound) },
  { id: 'new', title: 'New game', about: 'Sources alone, as an artist leaves them: register them, then build.', files: base64(game) },
  {
    id: 'version-2',
    title: 'Version-2 game',
    about: 'Declarations of an earlier version, each written by another hand: migrate them.',
    files: base64(old),
  },
  {
    id: 'large',
    title: 'Large game',
    about: '150 folders of 128 KiB on a slow disk: register them, build, and cancel the build while it runs.',
    files: {},
    madeUp: { folders: 150, bytes: 131072 },
    pauseMs: 80,
  },
];
