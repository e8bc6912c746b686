import {
  planFix,
  planMutation,
  planResolveIdentity,
  readWorkspace,
  type IdentityClass,
  type Outcome,
  type PackerHost,
  type Plan,
} from 'prometeu-packer';
import type { CrashDisk } from 'prometeu-packer/testing';
import type { CrashScenario } from '../crash-scenario.js';
import { sampleFiles, sampleGame } from './sample-game.js';

type Planner = (host: PackerHost) => Promise<Outcome<Plan>>;

const HERO = 'assets/hero/asset.json';

/** A plan with nothing to do: what a planner that looks first gives where all is done. */
const nothing: Planner = (host) => planMutation(host, { mutations: [] });

/** Settles an identity, unless it is settled already. */
const resolve =
  (root: string, from: IdentityClass, choice: string): Planner =>
  async (host) => {
    const read = await readWorkspace(host);
    const isOpen = read.isOk() && read.value.assets.some((asset) => asset.root === root && asset.identity.class === from);
    return isOpen ? planResolveIdentity(host, { root, choice }) : nothing(host);
  };

const hero = String(sampleFiles[HERO]);

function copiedGame(): CrashDisk {
  const source = sampleFiles['assets/hero/hero.png'] ?? '';
  return sampleGame({ 'assets/knight/asset.json': hero.replace('"hero"', '"knight"'), 'assets/knight/hero.png': source });
}

/** Takes a byte order mark away, unless it is gone already. */
const fix: Planner = async (host) => {
  const read = await readWorkspace(host);
  const found = read.isOk() ? read.value.diagnostics.find(({ code }) => code === 'JSON_BOM') : undefined;
  return found === undefined ? nothing(host) : planFix(host, { fingerprint: found.fingerprint });
};

/** Identities settled as a person chose, and a fix. */
export const settleScenarios: readonly CrashScenario[] = [
  { name: 'give a copy a new identity', start: copiedGame, plan: resolve('knight', 'copy', 'new-identity') },
  { name: 'make a copy the owner', start: copiedGame, plan: resolve('knight', 'copy', 'make-owner') },
  { name: 'fix a byte order mark', start: () => sampleGame({ [HERO]: `\ufeff${hero}` }), plan: fix },
];
