// Runs the benchmarks, each file in a process of its own, and prints what they found as a table.
//
//   node bench/run.mjs [NAME...] [--write]
//
// Without names all are run. With --write the table becomes docs/benchmarks.md, and docs/benchmarks.json has the figures of this run and the one before.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { resultsPage } from './results-page.mjs';

const here = import.meta.dirname;
const into = resolve(here, '../build/bench');
const writes = process.argv.includes('--write');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

/** Everything in one file, as the package is built: the core is taken by its own name, and there is one of it. */
async function bundle(names) {
  await build({
    ...common,
    entryPoints: Object.fromEntries(names.map((name) => [name, resolve(here, `${name}.bench.ts`)])),
    outdir: into,
    outExtension: { '.js': '.mjs' },
  });
  // the program of a thread stands in a file of its own, as in the package
  await build({ ...common, entryPoints: [resolve(here, '../src/node/hash-worker.ts')], outfile: resolve(into, 'hash-worker.js') });
}

const ownName = {
  name: 'own-name',
  setup(builder) {
    builder.onResolve({ filter: /^prometeu-packer(\/|$)/ }, ({ path }) => {
      const entry = path.slice('prometeu-packer'.length + 1) || 'index';
      return { path: resolve(here, `../src/${entry}.ts`) };
    });
  },
};

const common = { bundle: true, format: 'esm', platform: 'node', target: 'node20.19', packages: 'external', plugins: [ownName] };

mkdirSync(into, { recursive: true });
await bundle(names);
const results = [];
let failed = 0;
for (const name of names) {
  const file = resolve(into, `${name}.json`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['--expose-gc', resolve(into, `${name}.mjs`)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, BENCH_RESULT: file },
  });
  process.stderr.write(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  if (status !== 0 || !existsSync(file)) failed += 1;
  else results.push({ name, ...JSON.parse(readFileSync(file, 'utf8')) });
}
const machine = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
};
const kept = resolve(here, '../docs/benchmarks.json');
const earlier = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')).runs?.at(-1) : undefined;
const page = resultsPage({ machine, results }, earlier);
process.stdout.write(`${page}\n`);
if (writes) {
  const runs = [...(earlier === undefined ? [] : [earlier]), { machine, results }];
  writeFileSync(resolve(here, '../docs/benchmarks.md'), page);
  writeFileSync(kept, `${JSON.stringify({ runs }, null, 2)}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
