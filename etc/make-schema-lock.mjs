// Adds what is new to etc/schema-lock.json: versions that are whole, and frozen fixtures. What is locked stays as it is.
// `node etc/make-schema-lock.mjs`
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '..');
const lockFile = join(root, 'etc/schema-lock.json');
const outDir = join(root, 'build/schema-lock'); // as deep in the repository as test/schema-lock, whose files find the root from where they stand

await build({
  config: false,
  silent: true,
  skipNodeModulesBundle: true,
  entry: ['current-state', 'judge-schema-lock'].map((name) => `${root.replaceAll('\\', '/')}/test/schema-lock/${name}.ts`),
  outDir,
  format: ['esm'],
  splitting: false,
  target: 'node20',
  tsconfig: join(root, 'test/tsconfig.json'),
  outExtension: () => ({ js: '.mjs' }),
});
const load = (name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
const { currentState } = await load('current-state');
const { extendSchemaLock, judgeSchemaLock } = await load('judge-schema-lock');

const lock = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')) : { versions: {}, fixtures: {} };
const state = currentState();
const extended = extendSchemaLock(lock, state);
const prettier = JSON.parse(readFileSync(join(root, 'etc/prettier.json'), 'utf8'));
writeFileSync(lockFile, await format(JSON.stringify(extended), { ...prettier, parser: 'json' }));

const faults = judgeSchemaLock(extended, state);
for (const { artifact, version, problem, missing } of faults) {
  console.error(`${artifact}${version === null ? '' : ` version ${version}`}: ${problem}; missing: ${missing.join(', ')}`);
}
process.exitCode = faults.length === 0 ? 0 : 1;
