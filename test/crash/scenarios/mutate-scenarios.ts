import type { CrashScenario } from '../crash-scenario.js';
import { planTexts, remade, replaced } from './plan-texts.js';
import { REGISTRY } from '../visible-files.js';
import { sampleGame } from './sample-game.js';

interface Listed {
  readonly asset_id: number;
  readonly asset_uuid: string;
  readonly root: string;
  included_in_build?: boolean;
}

/** Leaves an asset out of the build. */
export const leaveOut = remade(({ assets }) => {
  for (const asset of assets as Listed[]) if (asset.asset_id === 2) asset.included_in_build = false;
});

/** Takes an asset out for good. */
const retire = remade((registry) => {
  const { assets, retired } = registry as { readonly assets: readonly Listed[]; readonly retired: readonly Partial<Listed>[] };
  const gone = assets.filter(({ root }) => root === 'level');
  registry['assets'] = assets.filter((record) => !gone.includes(record));
  registry['retired'] = [...retired, ...gone.map(({ asset_id, asset_uuid }) => ({ asset_id, asset_uuid }))];
});

/** Mutations: of one hand-formatted file, of several and the registry, and one that takes a declaration away. */
export const mutateScenarios: readonly CrashScenario[] = [
  {
    name: 'change one declaration',
    start: () => sampleGame(),
    plan: planTexts({ 'assets/hero/asset.json': replaced('"hero"', '"heroine"') }),
  },
  {
    name: 'change the registry alone',
    start: () => sampleGame(),
    plan: planTexts({ [REGISTRY]: leaveOut }),
  },
  {
    name: 'change all declarations and the registry',
    start: () => sampleGame(),
    plan: planTexts({
      'assets/hero/asset.json': replaced('"hero"', '"heroine"'),
      'assets/sounds/jump/asset.json': replaced('"jump"', '"leap"'),
      'assets/level/asset.json': replaced('"level"', '"levels"'),
      [REGISTRY]: leaveOut,
    }),
  },
  {
    name: 'take a declaration away',
    start: () => sampleGame(),
    plan: planTexts({ 'assets/level/asset.json': () => null, 'assets/hero/asset.json': replaced('\t', '  '), [REGISTRY]: retire }),
  },
];
