// Compares the public surface of each entry with its report in api-report/; with --update it writes the reports.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { entries, packageName } from './entries.js';

const root = resolve(import.meta.dirname, '..');
const update = process.argv.includes('--update');

/** Declarations with their comments, which the bundled ones in dist/ have lost. */
function emitDeclarations() {
  rmSync(`${root}/build/types`, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  // --outDir stays dist/, so that the self-imports go on resolving to the sources.
  execFileSync(process.execPath, [tsc, '-p', root, '--emitDeclarationOnly', '--declarationDir', `${root}/build/types`], {
    stdio: 'inherit',
  });
}

/**
 * api-extractor has no notion of a second entry: it would declare the core's types again in each report. Whatever
 * resolves to a node_modules folder is foreign to it, so the core is put there, where etc/tsconfig.api.json finds it.
 */
function placeCoreAsForeignPackage() {
  const folder = `${root}/build/node_modules/${packageName}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${root}/build/types`, folder, { recursive: true });
}

/** Reports that belong to no entry, and entries without a report: an entry cannot come or go unseen. */
function strayReports() {
  const expected = new Set(entries.map((entry) => `${entry}.api.md`));
  const found = readdirSync(`${root}/api-report`).filter((name) => name.endsWith('.api.md'));
  return found.filter((name) => !expected.has(name));
}

emitDeclarations();
placeCoreAsForeignPackage();
mkdirSync(`${root}/api-report`, { recursive: true });

const configs = entries.map((entry) => ExtractorConfig.loadFileAndPrepare(`${root}/etc/api-extractor.${entry}.json`));
const [first, ...others] = configs;
if (first === undefined) throw new Error('package.json exports no entry');
const compilerState = CompilerState.create(first, { additionalEntryPoints: others.map((config) => config.mainEntryPointFilePath) });

const failed = configs
  .filter((config) => !Extractor.invoke(config, { localBuild: update, compilerState }).succeeded)
  .flatMap((config) => config.reportConfigs.map(({ fileName }) => fileName));
for (const name of failed) console.error(`api-report/${name}: errors above, or not as reviewed (npm run api:update, then review it)`);
const strays = strayReports();
for (const name of strays) console.error(`api-report/${name}: no entry of that name`);
process.exitCode = failed.length + strays.length > 0 ? 1 : 0;
