// Writes the validators that stand beside the schemas of asset.json and index.json.
// `node etc/make-validators.mjs`
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '..');
const outDir = join(root, 'build/validators'); // as deep in the repository as test/validators, whose files find the root from where they stand

await build({
  config: false,
  silent: true,
  skipNodeModulesBundle: true,
  entry: [`${root.replaceAll('\\', '/')}/test/validators/validator-files.ts`],
  outDir,
  format: ['esm'],
  splitting: false,
  target: 'node20',
  tsconfig: join(root, 'test/tsconfig.json'),
  outExtension: () => ({ js: '.mjs' }),
});
const { validatorFiles } = await import(pathToFileURL(join(outDir, 'validator-files.mjs')).href);

for (const [file, text] of await validatorFiles()) writeFileSync(join(root, file), text);
