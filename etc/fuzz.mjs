// Fuzzes boundaries for as long as told, led by what the inputs reach: an input that runs a block of code more often than any
// before it (in powers of two) is kept, and changed further. Targets and rules are those of `npm run test:fuzz`.
// `npm run fuzz -- [BOUNDARY…] [--seconds N] [--seed N]`
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '..');
const outDir = join(root, 'build/fuzz'); // as deep in the repository as test/fuzz, whose files find the fixtures from where they stand
const BATCH = 64;
/** Of so many batches the inputs of one are looked at one by one: for blocks that ran more often than before. */
const ALONE = 16;

const { values: told, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } },
});

await build({
  config: false,
  silent: true,
  skipNodeModulesBundle: true,
  entry: [`${root.replaceAll('\\', '/')}/test/fuzz/program.ts`],
  outDir,
  format: ['esm'],
  splitting: false,
  target: 'node20',
  tsconfig: join(root, 'test/tsconfig.json'),
  outExtension: () => ({ js: '.mjs' }),
});
const programUrl = pathToFileURL(join(outDir, 'program.mjs')).href;

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { boundaries, judgeBytes, makeInput, materialOf } = await import(programUrl);

/** How often each block of the program ran since the last question, by its place. */
async function takeCounts() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = new Map();
  for (const { functions } of result.filter(({ url }) => url === programUrl)) {
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) if (count > 0) counts.set(startOffset * 2 ** 25 + endOffset, count);
    }
  }
  return counts;
}

/** Random numbers below 2^31, the same for a seed in every run (mulberry32). */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 1;
  };
}

const bucketOf = (count) => Math.floor(Math.log2(count));
const nameOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

function readFolder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

async function fuzz(boundary, seconds, random) {
  const folder = join(outDir, boundary.name);
  for (const name of ['corpus', 'finds']) mkdirSync(join(folder, name), { recursive: true });
  const material = await materialOf(boundary);
  const corpus = [];
  const most = new Map(); // block → largest bucket of one input
  const finds = new Map(); // rule → file
  let runs = 0;

  const judge = async (bytes) => {
    runs += 1;
    try {
      await judgeBytes(boundary, bytes, runs % 4 === 0);
    } catch (thrown) {
      const rule = String(thrown instanceof Error ? thrown.message : thrown).split('\n')[0];
      const isKnown = (finds.get(rule)?.length ?? Infinity) <= bytes.length;
      if (isKnown) return;
      const file = join(folder, 'finds', `${nameOf(rule)}.${boundary.extension}`);
      if (!finds.has(rule)) console.log(`FOUND ${boundary.name}: ${rule}\n  ${file}`);
      finds.set(rule, { file, length: bytes.length });
      writeFileSync(file, bytes);
      writeFileSync(`${file}.txt`, String(thrown instanceof Error ? thrown.stack : thrown));
    }
  };
  /** Whether counts go beyond all before them; they are taken in. */
  const isNew = (counts) => {
    const beyond = [...counts].filter(([block, count]) => bucketOf(count) > (most.get(block) ?? -1));
    for (const [block, count] of beyond) most.set(block, bucketOf(count));
    return beyond.length > 0;
  };
  const countsOf = async (inputs) => {
    await takeCounts(); // what making the inputs ran
    for (const bytes of inputs) await judge(bytes);
    return takeCounts();
  };
  const tryAlone = async (bytes) => {
    if (!isNew(await countsOf([bytes]))) return;
    corpus.push(bytes);
    writeFileSync(join(folder, 'corpus', nameOf(bytes)), bytes);
  };
  /** Asking for counts takes longer than a run: the inputs that reach a block for the first time are searched for by halves. */
  const tryTogether = async (inputs) => {
    const counts = await countsOf(inputs);
    if (![...counts.keys()].some((block) => !most.has(block))) return;
    const half = Math.ceil(inputs.length / 2);
    if (inputs.length < 4) for (const bytes of inputs) await tryAlone(bytes);
    else for (const part of [inputs.slice(0, half), inputs.slice(half)]) await tryTogether(part);
  };

  for (const bytes of [...material.seeds, ...readFolder(join(folder, 'corpus'))]) await tryAlone(bytes);
  const started = performance.now();
  const first = corpus.length;
  let batches = 0;
  while (performance.now() - started < seconds * 1000) {
    const recent = corpus.length > 8 && random() % 2 === 0 ? corpus.length - 1 - (random() % Math.ceil(corpus.length / 5)) : random();
    const inputs = Array.from({ length: BATCH }, () => {
      const mutations = Array.from({ length: 1 + (random() % 5) }, () => [random(), random(), random(), random()]);
      return makeInput(boundary, { ...material, seeds: corpus }, { seed: recent, mutations, repaired: random() % 2 === 0 });
    });
    batches += 1;
    if (batches % ALONE === 0) for (const bytes of inputs) await tryAlone(bytes);
    else await tryTogether(inputs);
  }
  const perSecond = Math.round(runs / ((performance.now() - started) / 1000));
  console.log(
    `${boundary.name.padEnd(16)} ${runs} runs, ${perSecond}/s, corpus ${first} -> ${corpus.length}, ${most.size} blocks, ${finds.size} finds`,
  );
  return finds.size;
}

const unknown = positionals.filter((name) => !boundaries.some((boundary) => boundary.name === name));
if (unknown.length > 0) {
  console.error(`no such boundary: ${unknown.join(', ')}; there are: ${boundaries.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
} else {
  const chosen = positionals.length === 0 ? boundaries : boundaries.filter(({ name }) => positionals.includes(name));
  console.log(`seed ${told.seed}, ${told.seconds} s each`);
  let found = 0;
  for (const boundary of chosen) found += await fuzz(boundary, Number(told.seconds), createRandom(Number(told.seed)));
  process.exitCode = found > 0 ? 1 : 0;
}
session.disconnect();
