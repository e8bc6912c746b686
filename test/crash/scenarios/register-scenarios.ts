import { planRegister } from 'prometeu-packer';
import { soundPng } from '../../sources/png/png-builder.js';
import type { CrashScenario } from '../crash-scenario.js';
import { diskOf } from './disk-of.js';
import { sampleGame, sampleSources } from './sample-game.js';

const oneFolder = { 'assets/tiles/a.png': new Uint8Array(soundPng) };

const threeFolders = { ...oneFolder, 'assets/tiles/inner/deep/b.bin': 'bytes', 'assets/more/c.bin': 'more bytes' };

/** Registration: where there is a registry and where there is none, of one folder and of many. */
export const registerScenarios: readonly CrashScenario[] = [
  { name: 'register one, with a registry', start: () => sampleGame(oneFolder), plan: (host) => planRegister(host) },
  { name: 'register several, with a registry', start: () => sampleGame(threeFolders), plan: (host) => planRegister(host) },
  {
    name: 'register a nested root alone',
    start: () => sampleGame(threeFolders),
    plan: (host) => planRegister(host, { roots: ['tiles/inner/deep'] }),
  },
  {
    name: 'register one, with no registry',
    start: () => diskOf({ ...oneFolder, 'notes.txt': 'mine' }),
    plan: (host) => planRegister(host),
  },
  { name: 'register several, with no registry', start: () => diskOf(sampleSources), plan: (host) => planRegister(host) },
];
