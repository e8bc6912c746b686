import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace, nodeCompute } from 'prometeu-packer/node';
import { openSession, type SessionSummary, type StudioSession } from 'prometeu-packer/studio';
import type { PackerHost } from 'prometeu-packer';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { median } from './harness/median.js';
import type { Figure } from './harness/row.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { declarationOf, gameFiles, layOut, rootOf } from './samples/game.js';

const SIZES = [1000, 10_000, 100_000] as const;
const ROUNDS = 300; // an even number: each ends with the sound text
const id = 107;
const path = `assets/${rootOf(id)}/asset.json`;
const sound = declarationOf(id);
const misnamed = sound.replace(`"name": "asset-${id}"`, '"name": "asset-108"'); // another one's name: two files are told of it

/** Nothing is looked at until it is asked for. */
const schedule = () => () => undefined;

async function open(host: PackerHost): Promise<StudioSession> {
  const opened = await openSession(host, { schedule });
  if (opened.isErr()) throw new Error(opened.error[0].message);
  return opened.value;
}

/** Looks now, and proves that it was looked at: the findings go to and fro. */
async function settle(session: StudioSession, errors: number): Promise<SessionSummary> {
  const settled = await session.settle();
  if (settled.isErr() || settled.value.counts.error !== errors || settled.value.verdict.build.can !== (errors === 0)) {
    throw new Error(`the session shows something else: ${JSON.stringify(settled)}`);
  }
  return settled.value;
}

function flipping(session: StudioSession, change: (text: string, version: number) => Promise<unknown>) {
  let version = 0;
  return async (): Promise<void> => {
    version += 1;
    const isSound = version % 2 === 0;
    await change(isSound ? sound : misnamed, version);
    await settle(session, isSound ? 0 : 2);
  };
}

interface OpenGame {
  readonly assets: number;
  readonly refresh: () => Promise<void>;
  readonly keystroke: () => Promise<void>;
  readonly times: { readonly refresh: number[]; readonly keystroke: number[] };
}

async function openGame(assets: number): Promise<OpenGame> {
  const workspace = createMemoryWorkspace(gameFiles(assets, 16));
  const session = await open({ ...workspace, compute: nodeCompute });
  const refresh = flipping(session, async (text) => {
    workspace.set(path, text);
    session.notifyChanged([path]);
  });
  const keystroke = flipping(session, (text, version) => session.setOverlay({ path, version, text }));
  return { assets, refresh, keystroke, times: { refresh: [], keystroke: [] } };
}

const games: OpenGame[] = [];
for (const assets of SIZES) games.push(await openGame(assets));
const KINDS = ['refresh', 'keystroke'] as const; // the text typed last stands over the file, so files are changed first
for (const kind of KINDS) {
  globalThis.gc?.(); // what was left of opening them is no part of what a change costs
  for (let round = -ROUNDS; round < ROUNDS; round += 1) {
    for (const { [kind]: run, times } of games) {
      const start = performance.now();
      await run();
      if (round >= 0) times[kind].push(performance.now() - start);
    }
  }
}
const NAMES = {
  refresh: 'growth of looking at one changed asset in an open session',
  keystroke: 'growth of one keystroke in an unsaved buffer',
};
const figures: Figure[] = KINDS.flatMap((kind) =>
  games.slice(1).map((game, index): Figure => {
    const [few, many] = [games[index]?.times[kind] ?? [], game.times[kind]].map((times) => median(times));
    const [from, to] = [few ?? Number.NaN, many ?? Number.NaN];
    const size = `${(game.assets / 10).toLocaleString('en')} to ${game.assets.toLocaleString('en')} assets`;
    const note = `${(from * 1000).toFixed(0)} to ${(to * 1000).toFixed(0)} µs, in memory`;
    return { operation: NAMES[kind], size, target: 1.3, found: Number((to / from).toFixed(2)), unit: 'times', note };
  }),
);

const ASSETS = 10_000;
const folder = scratchFolder('session');
layOut(folder, gameFiles(ASSETS, 16));
const host = openNodeWorkspace(folder);
if (host.isErr()) throw new Error('it could not be opened');
const session = await open(host.value);
const look = flipping(session, async () => session.notifyChanged([path]));
let isSound = true;
let text = sound;
const row = await compare({
  operation: 'look at one changed asset in an open session',
  size: `${ASSETS.toLocaleString('en')} assets on disk`,
  target: null,
  repeat: 20,
  limit: {
    name: 'read that one file',
    prepare: () => undefined,
    run: async () => {
      text = await readFile(join(folder, path), 'utf8');
    },
  },
  subject: {
    name: 'prometeu-packer',
    prepare: () => {
      isSound = !isSound;
      return writeFile(join(folder, path), isSound ? sound : misnamed);
    },
    run: look,
  },
  note: 'read, hashed, parsed, judged with what depends on it, findings told; one journal is looked for besides',
});
if (text.length === 0) throw new Error('nothing was read');
await session.close();

answer([row], figures);
