// Writes the schemas for editors to docs/schemas. The schema of reports there is written by hand.
// `node etc/make-json-schemas.mjs`
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '..');
const outDir = join(root, 'build/json-schemas'); // as deep in the repository as test/json-schemas, whose files find etc/ from where they stand

await build({
  config: false,
  silent: true,
  skipNodeModulesBundle: true,
  entry: [`${root.replaceAll('\\', '/')}/test/json-schemas/json-schemas.ts`],
  outDir,
  format: ['esm'],
  splitting: false,
  target: 'node20',
  tsconfig: join(root, 'test/tsconfig.json'),
  outExtension: () => ({ js: '.mjs' }),
});
const { schemaFiles } = await import(pathToFileURL(join(outDir, 'json-schemas.mjs')).href);

for (const [file, text] of schemaFiles()) writeFileSync(join(root, 'docs/schemas', file), text);
