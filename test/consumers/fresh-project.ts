import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { build } from 'esbuild';
import { entries, packageName } from '../../etc/entries.js';
import { sampleGameFolder } from '../../etc/make-sample-game.mjs';
import { install } from '../package/consumer.js';

const programs = resolve(import.meta.dirname, 'programs');
const programNames = ['pack-game', 'memory-journey', 'disk-journey'] as const;

/** How modules are written. */
export type ModuleKind = 'esm' | 'cjs';

const endings = { esm: { source: 'mts', program: 'mjs' }, cjs: { source: 'cts', program: 'cjs' } } as const;

const specifierOf = (entry: string): string => (entry === 'index' ? packageName : `${packageName}/${entry}`);

/** The sample game's files by path, as base64. */
export function encodedSample(): Readonly<Record<string, string>> {
  const files = readdirSync(sampleGameFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name).slice(sampleGameFolder.length + 1);
      return [path.replaceAll('\\', '/'), readFileSync(join(parentPath, name), 'base64')];
    }),
  );
}

/** A program that packs the sample game with everything named, and tells what came of it as JSON. */
function mainText(kind: ModuleKind, isBrowser: boolean): string {
  const { program } = endings[kind];
  const loaded = entries.filter((entry) => !(isBrowser && entry === 'node'));
  return [
    ...loaded.map((entry) => `import * as ${entry} from '${specifierOf(entry)}';`),
    `import { memoryJourney } from './memory-journey.${program}';`,
    isBrowser ? '' : `import { diskJourney } from './disk-journey.${program}';`,
    `const names = Object.fromEntries(Object.entries({ ${loaded.join(', ')} }).map(([entry, values]) => [entry, Object.keys(values).filter((name) => name !== 'default' && name !== 'module.exports' && name !== '__esModule').sort()]));`,
    `const run = async (folder) => ({ names, memory: await memoryJourney(${JSON.stringify(encodedSample())}), ${isBrowser ? '' : 'disk: await diskJourney(folder)'} });`,
    isBrowser
      ? 'export const told = run();'
      : 'void run(process.argv[2]).then((report) => console.log(JSON.stringify(report)), (thrown) => { console.error(thrown); process.exitCode = 1; });',
  ].join('\n');
}

/** The text for a file of one kind: relative imports have its ending. */
const forKind = (text: string, kind: ModuleKind): string => text.replaceAll(/(?<=from '\.\/[\w-]+\.)js(?=')/g, endings[kind].program);

function compile(text: string, kind: ModuleKind): string {
  const module = kind === 'esm' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS;
  return ts.transpileModule(text, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText;
}

/**
 * Makes a project in `folder` that has the tarball installed, with programs in both kinds of modules: sources for compilers,
 * and `main.mjs` and `main.cjs` to run.
 */
export function makeProject(folder: string, tarball: string): void {
  install(folder, tarball);
  for (const kind of ['esm', 'cjs'] as const) {
    const { source, program } = endings[kind];
    for (const name of programNames) {
      const text = readFileSync(join(programs, `${name}.ts`), 'utf8');
      writeFileSync(join(folder, `${name}.${source}`), forKind(text, kind));
      writeFileSync(join(folder, `${name}.${program}`), compile(forKind(text, kind), kind));
    }
    writeFileSync(join(folder, `main.${program}`), compile(mainText(kind, false), kind));
  }
  for (const [name, text] of typesOnly()) writeFileSync(join(folder, name), text);
}

/** Sources that no host runs: every entry by import and by require, and that both show the same types. */
function typesOnly(): ReadonlyMap<string, string> {
  const importing = (entry: string): string => `import * as ${entry} from '${specifierOf(entry)}';\n`;
  const required = (entry: string): string =>
    `import ${entry} = require('${specifierOf(entry)}');\nexport type Required_${entry} = typeof ${entry};\n`;
  const same = (entry: string): string =>
    `import type { Required_${entry} } from './required.cjs';\nexport const same_${entry}: Required_${entry} = ${entry};\n`;
  return new Map([
    ['required.cts', entries.map(required).join('')],
    ['imported.mts', entries.map((entry) => importing(entry) + same(entry)).join('')],
    ['bundled.mts', `${entries.map(importing).join('')}export const loaded = [${entries.join(', ')}];\n`],
  ]);
}

/** How a compiler finds modules: as Node does, of both kinds, or as bundlers do. */
export const resolutions = ['NodeNext', 'bundler'] as const;

/**
 * The configuration of a compiler for the project, declarations of packages included; answers its file.
 *
 * @param folder - the project.
 */
export function writeConfig(folder: string, resolution: (typeof resolutions)[number]): string {
  const isNode = resolution === 'NodeNext';
  const compilerOptions = {
    ...(isNode ? { module: 'NodeNext' } : { module: 'ESNext', moduleResolution: 'bundler' }),
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  const kinds = isNode ? (['esm', 'cjs'] as const) : (['esm'] as const);
  const journeys = kinds.flatMap((kind) => programNames.map((name) => `${name}.${endings[kind].source}`));
  const files = [...journeys, ...(isNode ? ['required.cts', 'imported.mts'] : ['bundled.mts'])];
  const file = join(folder, `tsconfig.${resolution}.json`);
  writeFileSync(file, JSON.stringify({ compilerOptions, files }));
  return file;
}

/** A copy of the sample game on disk; answers its folder. */
export function copySample(work: string): string {
  const folder = mkdtempSync(join(work, 'game-'));
  cpSync(sampleGameFolder, folder, { recursive: true });
  return folder;
}

/** SHA-256 of the archive that was built in a folder. */
export function archiveDigest(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'build/assets.pa')))
    .digest('hex');
}

/** The program for a browser, bundled with what the project has installed: a module whose `told` is a promise. */
export async function bundleProject(folder: string): Promise<string> {
  const entry = join(folder, 'browser.mjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(entry, mainText('esm', true));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}
