import { closeSync, openSync, promises, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createAssetReader } from '../src/artifacts/asset/create-asset-reader.js';
import type { ParsedAsset } from '../src/artifacts/asset/parsed-asset.js';
import { parseRegistry } from '../src/artifacts/registry/parse-registry.js';
import { readWorkspace } from '../src/index.js';
import { createMemoryWorkspace } from '../src/memory.js';
import { openNodeWorkspace } from '../src/node.js';
import { readContext } from '../src/operations/read-context.js';
import { REGISTRY_PATH } from '../src/paths/owned-paths.js';
import type { ReadHost } from '../src/ports/packer-host.js';
import { acceptWorkspace } from '../src/workspace/accept-workspace.js';
import { classifyIdentity } from '../src/workspace/classify-identity.js';
import { declaredClaims } from '../src/workspace/declared-claims.js';
import { declarationOf as declarationPath } from '../src/workspace/input-tree.js';
import { rereadFiles } from '../src/workspace/reread-files.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { median } from './harness/median.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { declarationSchema } from './samples/declaration-schema.js';
import { gameFiles, layOut, rootOf } from './samples/game.js';

const ASSETS = 10_000;
const SOURCE_BYTES = 64;
const IN_FLIGHT = 16;

const scratch = scratchFolder('cold-check');

function makeGame(assets: number): string {
  const folder = join(scratch, `of-${assets}`);
  layOut(folder, gameFiles(assets, SOURCE_BYTES));
  return folder;
}

async function check(host: ReadHost, assets: number): Promise<void> {
  const read = await readWorkspace(host);
  if (read.isErr()) throw new Error('it could not be read');
  const { assets: found, diagnostics } = read.value;
  const sound = found.filter(({ body, blocked, inputs }) => body !== null && !blocked && inputs[0]?.size === SOURCE_BYTES);
  if (sound.length !== assets || diagnostics.length > 0) throw new Error('something was left out, or refused');
}

async function checkFolder(folder: string, assets: number): Promise<void> {
  const host = openNodeWorkspace(folder);
  if (host.isErr()) throw new Error('it could not be opened');
  await check(host.value, assets);
}

/** The declarations alone, found beforehand: read, taken through every gate of a file, and their identity judged. */
async function checkDeclarations(folder: string, assets: number): Promise<void> {
  const host = openNodeWorkspace(folder);
  if (host.isErr()) throw new Error('it could not be opened');
  const { read, compute, json } = readContext(host.value, {});
  const how = { isKnown: () => false, stats: new Map(), maxBytes: json.maxBytes, compute, latestMs: -Infinity };
  const reader = createAssetReader(json);
  const wanted = Array.from({ length: assets }, (_, index) => ({ path: declarationPath(rootOf(index + 1)), known: undefined }));
  const registryRead = await rereadFiles(read, [{ path: REGISTRY_PATH, known: undefined }], {
    ...how,
    parse: (bytes, path) => parseRegistry(bytes, path, json),
  });
  const assetsRead = await rereadFiles(read, wanted, { ...how, parse: (bytes, path) => reader.parse(bytes, path) });
  if (registryRead.isErr() || assetsRead.isErr()) throw new Error('they could not be read');
  const parsed = new Map<string, ParsedAsset>();
  for (const [index, answer] of assetsRead.value.answers.entries()) if (answer.isOk()) parsed.set(rootOf(index + 1), answer.value.parsed);
  const found = registryRead.value.answers[0];
  if (found === undefined || found.isErr()) throw new Error('there is no registry');
  const { registry, ...accepted } = acceptWorkspace({ registry: found.value.parsed, assets: parsed }, { reader, requireCurrent: false });
  const verdicts = classifyIdentity(registry?.registry ?? null, declaredClaims(accepted.assets, accepted.identities, true));
  const sound = verdicts.filter(({ class: name, root }) => name === 'ok' && (accepted.assets.get(root)?.body ?? null) !== null);
  if (sound.length !== assets) throw new Error('something was left out, or refused');
}

const game = makeGame(ASSETS);
const roots = Array.from({ length: ASSETS }, (_, index) => join(game, 'assets', rootOf(index + 1)));
const declarations = roots.map((root) => join(root, 'asset.json'));
const sources = roots.map((root) => join(root, 'data.bin'));
const groups = [...new Set(roots.map((root) => join(root, '..')))];
const folders = [join(game, 'assets'), ...groups, ...roots];
const buffer = new Uint8Array(64 * 1024);

function readRaw(): void {
  for (const path of declarations) {
    const descriptor = openSync(path, 'r');
    readSync(descriptor, buffer, 0, buffer.length, 0);
    closeSync(descriptor);
  }
}

function readAllRaw(): void {
  for (const folder of folders) readdirSync(folder, { withFileTypes: true });
  readRaw();
  for (const path of sources) statSync(path);
}

async function readInFlight(): Promise<void> {
  const rest = declarations.values();
  const work = async (): Promise<void> => {
    for (const path of rest) declarationSchema.parse(JSON.parse(await promises.readFile(path, 'utf8')));
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

const subject = { name: 'prometeu-packer', run: () => checkFolder(game, ASSETS) };
const peers = [
  {
    name: 'readFileSync + JSON.parse + zod 4',
    run: () => {
      for (const path of declarations) declarationSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    },
  },
  { name: `fs.promises.readFile, ${IN_FLIGHT} in flight, + JSON.parse + zod 4`, run: readInFlight },
];
const size = `${ASSETS} assets on disk, page cache warm`;

const rows = [
  await compare({
    operation: 'cold check: list, read, parse, judge identity, ask sources for their size',
    size,
    target: 2.2,
    rounds: 7,
    limit: { name: 'open + read + close of the declarations', run: readRaw },
    subject,
    peers,
    note: 'The peers neither list folders nor look at sources, and check nothing across files.',
  }),
  await compare({
    operation: 'cold check of declarations alone: read, every gate of a file, identity',
    size,
    target: 2.2,
    rounds: 7,
    limit: { name: 'open + read + close of the declarations', run: readRaw },
    subject: { name: 'prometeu-packer', run: () => checkDeclarations(game, ASSETS) },
    note: 'No folder is listed, and no source looked at. Each file is looked at with its folder before it is opened, and once read again.',
  }),
  await compare({
    operation: 'cold check, against everything that has to be asked of the disk',
    size,
    target: null,
    rounds: 7,
    limit: { name: 'the same, + readdir of all folders, + stat of all sources', run: readAllRaw },
    subject,
  }),
];

/** Microseconds an asset: the median of some runs, after one that does not count. */
async function timeOf(assets: number, runs: number, run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = -1; round < runs; round += 1) {
    globalThis.gc?.();
    const start = performance.now();
    await run();
    if (round >= 0) times.push(((performance.now() - start) * 1000) / assets);
  }
  return median(times);
}

function memoryCheck(assets: number): () => Promise<void> {
  const host = createMemoryWorkspace(Object.fromEntries(gameFiles(assets, SOURCE_BYTES)));
  return () => check(host, assets);
}

const small = makeGame(1000);
const diskGrowth = (await timeOf(ASSETS, 5, subject.run)) / (await timeOf(1000, 15, () => checkFolder(small, 1000)));
const ofThousand = await timeOf(1000, 15, memoryCheck(1000));
const ofTenThousand = await timeOf(10_000, 5, memoryCheck(10_000));
const ofHundredThousand = await timeOf(100_000, 1, memoryCheck(100_000));

const growth = (operation: string, from: number, to: number, found: number) =>
  ({ operation, size: `${from} to ${to} assets`, target: 1.3, found, unit: 'times an asset' }) as const;

answer(rows, [
  growth('growth of the cold check on disk', 1000, 10_000, diskGrowth),
  growth('growth of the cold check in memory', 1000, 10_000, ofTenThousand / ofThousand),
  growth('growth of the cold check in memory', 10_000, 100_000, ofHundredThousand / ofTenThousand),
]);
