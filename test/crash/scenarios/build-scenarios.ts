import { planBuild } from 'prometeu-packer';
import type { CrashScenario } from '../crash-scenario.js';
import { sampleGame } from './sample-game.js';

/** Over the limit under which sources are read whole. */
const large = { 'assets/level/level.bin': new Uint8Array(1024 * 1024 + 5).fill(7) };

const outputs = {
  'build/assets.pa': 'what an older release made',
  'build/asset_table.json': '{}\n',
  'build/preload.json': 'broken',
};

/** Publication of a build: the archive and its companions. */
export const buildScenarios: readonly CrashScenario[] = [
  { name: 'build for the first time', start: () => sampleGame(), plan: (host) => planBuild(host) },
  { name: 'build over old outputs', start: () => sampleGame(outputs), plan: (host) => planBuild(host) },
  { name: 'build with a large source', start: () => sampleGame(large), plan: (host) => planBuild(host) },
];
