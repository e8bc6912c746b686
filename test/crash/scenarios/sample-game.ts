import type { CrashDisk } from 'prometeu-packer/testing';
import { soundPng } from '../../sources/png/png-builder.js';
import { soundWav } from '../../sources/wav/wav-builder.js';
import { REGISTRY } from '../visible-files.js';
import { diskOf } from './disk-of.js';

const uuidOf = (id: number): string => `a000000${id}-0000-4000-8000-00000000000${id}`;

const registry = {
  schema_version: 4,
  project_uuid: '99999999-0000-4000-8000-000000000000',
  next_asset_id: 6,
  assets: [
    { asset_id: 1, asset_uuid: uuidOf(1), root: 'hero', included_in_build: true },
    { asset_id: 2, asset_uuid: uuidOf(2), root: 'sounds/jump', included_in_build: true },
    { asset_id: 5, asset_uuid: uuidOf(5), root: 'level', included_in_build: true },
  ],
  retired: [{ asset_id: 3, asset_uuid: uuidOf(3) }],
};

/** Files of nobody's and of everybody's: no plan touches them. */
const bystanders = {
  'README.md': 'not an asset\n',
  'assets/hero/notes.txt': 'beside an asset, not packed\n',
  'build/notes.txt': 'not made by a build\n',
};

/** Declarations as people write them: their own indentation, order, line ends. */
const declarations = {
  'assets/hero/asset.json': `{\r\n\t"name": "hero",\r\n\t"schema_version": 4, "asset_uuid": "${uuidOf(1)}",\r\n\t"type": "tile_bank",\r\n\t"inputs": { "main": ["hero.png"] },\r\n\t"output": { "format": "png", "codec": "none" }\r\n}`,
  'assets/sounds/jump/asset.json': `{ "schema_version": 4,\n  "asset_uuid": "${uuidOf(2)}",\n  "name": "jump",\n  "type": "sound_bank",\n  "inputs": {"main": ["jump.wav"]},\n  "output": {"format": "wav", "codec": "none"},\n  "preload": {"enabled": true}\n}\n\n`,
  'assets/level/asset.json': `{"schema_version":4,"asset_uuid":"${uuidOf(5)}","name":"level","type":"data_bank","inputs":{"main":["level.bin"]},"output":{"format":"raw","codec":"none"}}\n`,
};

/** The sources of the sample game. */
export const sampleSources = {
  'assets/hero/hero.png': new Uint8Array(soundPng),
  'assets/sounds/jump/jump.wav': new Uint8Array(soundWav),
  'assets/level/level.bin': Uint8Array.from({ length: 1500 }, (_, index) => index % 251),
};

/** The files of a small game with three assets, one more retired, and files that are none of the packer's business. */
export const sampleFiles: Readonly<Record<string, Uint8Array | string>> = {
  ...bystanders,
  ...declarations,
  ...sampleSources,
  [REGISTRY]: `${JSON.stringify(registry, null, 2)}\n`,
};

/** A disk with the sample game, and with other files besides. */
export function sampleGame(more: Readonly<Record<string, Uint8Array | string>> = {}): CrashDisk {
  return diskOf({ ...sampleFiles, ...more });
}
