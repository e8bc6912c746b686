// What somebody's bundle grows by who imports from the package, as esbuild bundles and minifies what dist/ holds.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { packageName } from './entries.js';

const root = resolve(import.meta.dirname, '..');
const pattern = new RegExp(`^${packageName}(/|$)`);

/** What is imported comes from dist/ as a bundler would find it by package.json; the core may be taken for there already. */
const fromDist = (coreIsThere) => ({
  name: 'from-dist',
  setup(builder) {
    builder.onResolve({ filter: pattern }, ({ path, importer }) => {
      const entry = path.slice(packageName.length + 1) || 'index';
      if (coreIsThere && importer !== '<stdin>') return { path, external: true };
      return { path: resolve(root, `dist/${entry}.js`), sideEffects: false };
    });
  },
});

/** Where the bytes of a bundle come from: dependencies by name, the rest as one. */
function partsOf({ outputs }) {
  const parts = new Map();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? packageName;
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  }
  return parts;
}

/**
 * Measures one way to import: all values named from an entry, or `*` for the whole of it. Peers are left out, dependencies are in.
 *
 * @param {{ entry: string, names: string, coreIsThere?: boolean }} imported - `coreIsThere` leaves out the core besides.
 * @returns {Promise<{ bytes: number, gzip: number, parts: Map<string, number> }>}
 */
export async function measureSize({ entry, names, coreIsThere = false }) {
  if (!existsSync(resolve(root, 'dist/index.js'))) throw new Error('there is no dist/: run `npm run build` first');
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names === '*' ? names : `{ ${names} }`} from '${entry}';`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    charset: 'utf8',
    external: ['neverthrow', 'node:*'],
    plugins: [fromDist(coreIsThere)],
    logLevel: 'error',
  });
  const [{ contents }] = outputFiles;
  return { bytes: contents.length, gzip: gzipSync(contents, { level: 9 }).length, parts: partsOf(metafile) };
}
