import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { entries, packageName } from './entries.js';
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
  esbuildPlugins: [thirdPartyNotices('dist/THIRD-PARTY-NOTICES.md')],
};

const library = Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`]));

export default defineConfig(() => {
  rmSync('dist', { recursive: true, force: true }); // not `clean`: the two builds run at once and share the folder
  mkdirSync('dist');
  cpSync('docs/schemas', 'dist/schemas', { recursive: true, filter: (source) => !source.endsWith('.md') });
  return [
    {
      ...common,
      entry: library,
      format: ['esm', 'cjs'],
      dts: {
        entry: library,
        compilerOptions: {
          paths: { [packageName]: ['./src/index.ts'] }, // tsup's program does not map the exports of package.json back to src
          ignoreDeprecations: '6.0', // tsup adds `baseUrl`, which TypeScript 6 deprecates
        },
      },
    },
    { ...common, entry: { cli: 'src/cli.ts' }, format: ['esm'] },
  ];
});
