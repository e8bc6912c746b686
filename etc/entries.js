import { readFileSync } from 'node:fs';

/** @type {{ name: string, exports: Record<string, unknown> }} */
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The package's own name, by which adapters, command line and tests import the core. */
export const packageName = manifest.name;

/** The entries that package.json exports, by the name of their file in src/: `index`, `node` and so on. */
export const entries = Object.keys(manifest.exports)
  .filter((subpath) => subpath !== './package.json' && !subpath.includes('*'))
  .map((subpath) => (subpath === '.' ? 'index' : subpath.slice('./'.length)));
