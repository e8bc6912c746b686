import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { commonJs } from './common-js.js';
import { directImports } from './direct-imports.js';
import { entries, packageName } from './entries.js';
import { lateEntries, lateModules } from './late-modules.js';
import { pureInstances } from './pure-instances.js';
import { thirdPartyNotices } from './third-party-notices.js';

const common: Options = {
  outDir: 'dist',
  target: 'node20.19',
  platform: 'neutral',
  sourcemap: true,
  splitting: false,
  treeshake: false,
  clean: false,
  // The entries import the core by the package's own name: one copy of it, whichever entries a program loads.
  external: [/^node:/, new RegExp(`^${packageName}($|/)`)],
  // tsup would write `fs` for `node:fs`, which bundlers take for a package of that name.
  removeNodeProtocol: false,
  esbuildPlugins: [thirdPartyNotices('dist/THIRD-PARTY-NOTICES.md'), pureInstances()],
};

const library = Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`]));

/** Of Node's own modules, those that most commands end without. */
const LATE_BUILTINS = ['node:fs/promises', 'node:timers/promises', 'node:os', 'node:crypto', 'node:util'];

/** Where a file of CommonJS stands: a program of a thread is beside it. */
const CJS_FOLDER = { 'import.meta.dirname': '__dirname' };

/** What only findings need: the schemas tell what is wrong with a file, the words what a code means. */
const LATE = { 'cli-zod': 'zod/mini', 'cli-words': 'src/report/explain.ts' };

/** The program brings along all that it runs, in files of which it loads those that a command needs: starting it is most of its time. */
const program: Options = {
  ...common,
  entry: { cli: 'src/cli.ts' },
  format: ['esm'],
  splitting: true,
  outExtension: () => ({ js: '.cjs' }),
  plugins: [commonJs(common.target as string)],
  minify: true,
  sourcemap: false,
  external: [],
  noExternal: [/^/],
  esbuildPlugins: [lateModules(LATE_BUILTINS, LATE), ...(common.esbuildPlugins ?? []), directImports()],
  esbuildOptions: (options) => {
    options.entryPoints = { cli: 'src/cli.ts', ...lateEntries(LATE) };
    options.chunkNames = 'cli-[hash]'; // beside the program, so that a file beside it has the same address from everywhere
    options.define = { ...options.define, ...CJS_FOLDER };
  },
};

export default defineConfig(() => {
  rmSync('dist', { recursive: true, force: true }); // not `clean`: the two builds run at once and share the folder
  rmSync('build/dist.sha256', { force: true }); // see etc/build-once.mjs
  mkdirSync('dist');
  cpSync('docs/schemas', 'dist/schemas', { recursive: true, filter: (source) => !source.endsWith('.md') });
  cpSync('fixtures/conformance', 'dist/conformance', { recursive: true });
  cpSync('docs/formats/archive.md', 'dist/conformance/archive.md');
  return [
    {
      ...common,
      entry: library,
      format: ['esm', 'cjs'],
      esbuildOptions: (options, { format }) => {
        if (format === 'cjs') options.define = { ...options.define, ...CJS_FOLDER };
      },
      dts: {
        entry: library,
        compilerOptions: {
          paths: { [packageName]: ['./src/index.ts'], [`${packageName}/report`]: ['./src/report.ts'] }, // tsup's program does not map the exports of package.json back to src
          ignoreDeprecations: '6.0', // tsup adds `baseUrl`, which TypeScript 6 deprecates
        },
      },
    },
    program,
    { ...common, entry: { 'hash-worker': 'src/node/hash-worker.ts' }, format: ['esm'], sourcemap: false }, // a thread's program, started by file
  ];
});
