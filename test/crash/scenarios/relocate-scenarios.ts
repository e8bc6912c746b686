import { planMutation, readWorkspace, type Outcome, type PackerHost, type Plan } from 'prometeu-packer';
import type { CrashDisk, CrashImage } from 'prometeu-packer/testing';
import type { CrashScenario } from '../crash-scenario.js';
import { REGISTRY } from '../visible-files.js';
import { sampleFiles, sampleGame } from './sample-game.js';

const UUID = 'a0000004-0000-4000-8000-000000000004';

interface Recorded {
  readonly assets: readonly object[];
}

function withBoss(text: string): string {
  const registry = JSON.parse(text) as Recorded;
  const boss = { asset_id: 4, asset_uuid: UUID, root: 'level/boss', included_in_build: true };
  return `${JSON.stringify({ ...registry, assets: [...registry.assets, boss] }, null, 2)}\n`;
}

/** The sample game with an asset inside another. */
function nestedGame(): CrashDisk {
  return sampleGame({
    [REGISTRY]: withBoss(sampleFiles[REGISTRY] as string),
    'assets/level/boss/boss.bin': Uint8Array.from({ length: 700 }, (_, index) => index % 7),
    'assets/level/boss/asset.json': `{"schema_version":4,"asset_uuid":"${UUID}","name":"boss","type":"data_bank","inputs":{"main":["boss.bin"]},"output":{"format":"raw","codec":"none"}}\n`,
  });
}

function relocate(to: string): (host: PackerHost) => Promise<Outcome<Plan>> {
  return async (host) => {
    const read = await readWorkspace(host);
    const isThere = read.isOk() && read.value.assets.some(({ root }) => root === to);
    return planMutation(host, { mutations: isThere ? [] : [{ kind: 'relocate', root: 'level', to }] });
  };
}

function standsTwice(to: string): NonNullable<CrashScenario['unresolvable']> {
  const isBelow = ({ files }: CrashImage, folder: string): boolean => [...files.keys()].some((path) => path.startsWith(folder));
  return {
    why: 'half of a rename leaves a folder in both places, and nothing tells which of the two someone has worked in since',
    isOne: (image) => isBelow(image, 'assets/level/') && isBelow(image, `assets/${to}/`),
  };
}

/** Moves of an asset with another inside it: beside its place, and below folders that are still to be made. */
export const relocateScenarios: readonly CrashScenario[] = [
  { name: 'move a folder beside its place', start: nestedGame, plan: relocate('stage'), unresolvable: standsTwice('stage') },
  { name: 'move a folder below new folders', start: nestedGame, plan: relocate('maps/far/one'), unresolvable: standsTwice('maps/far/one') },
];
