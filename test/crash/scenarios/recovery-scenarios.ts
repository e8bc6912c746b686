import { planBuild } from 'prometeu-packer';
import type { CrashScenario } from '../crash-scenario.js';
import { JOURNAL, passingFiles, REGISTRY } from '../visible-files.js';
import { diedWhile } from './died-while.js';
import { leaveOut } from './mutate-scenarios.js';
import { planTexts, replaced } from './plan-texts.js';
import { sampleGame } from './sample-game.js';

const earlier = planTexts({
  'assets/hero/asset.json': replaced('"hero"', '"heroine"'),
  'assets/sounds/jump/asset.json': replaced('"jump"', '"leap"'),
  [REGISTRY]: leaveOut,
});

const isCommitted = (files: ReadonlyMap<string, Uint8Array>): boolean => files.has(JOURNAL);

const isStaged = (files: ReadonlyMap<string, Uint8Array>): boolean => passingFiles({ files }).length >= 4;

const rename = planTexts({ 'assets/level/asset.json': replaced('"level"', '"levels"') });

/** What a crash left: finished by recovery alone, or by the next plan. */
export const recoveryScenarios: readonly CrashScenario[] = [
  { name: 'recover a mutation', start: () => diedWhile(sampleGame, earlier, isCommitted), plan: null },
  { name: 'recover a build', start: () => diedWhile(sampleGame, (host) => planBuild(host), isCommitted), plan: null },
  { name: 'change over a committed plan', start: () => diedWhile(sampleGame, earlier, isCommitted), plan: rename },
  { name: 'build over a committed plan', start: () => diedWhile(sampleGame, earlier, isCommitted), plan: (host) => planBuild(host) },
  { name: 'change over what was staged', start: () => diedWhile(sampleGame, earlier, isStaged), plan: rename },
];
