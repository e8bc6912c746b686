// Bundles the example Studio panel: every file that it is served from, by path.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import { entries, packageName } from './entries.js';
import { panelSamples } from './panel-samples.mjs';

const root = resolve(import.meta.dirname, '..');
const aliases = Object.fromEntries(
  entries.map((entry) => [entry === 'index' ? packageName : `${packageName}/${entry}`, join(root, `src/${entry}.ts`)]),
);

const samples = {
  name: 'panel-samples',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:panel-samples$/ }, ({ path }) => ({ path, namespace: 'panel' }));
    onLoad({ filter: /.*/, namespace: 'panel' }, () => ({
      contents: `export const panelSamples = ${JSON.stringify(panelSamples)};`,
      loader: 'js',
    }));
  },
};

/** What is sent with every file: nothing is loaded but from here, nothing inline runs, nobody frames the page. */
export const panelHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Bundles the panel with the packer's own sources. */
export async function bundlePanel() {
  const folder = mkdtempSync(join(tmpdir(), 'panel-'));
  try {
    await build({
      config: false,
      entry: { panel: join(root, 'etc/panel-page.mjs'), worker: join(root, 'etc/panel-worker.mjs') },
      outDir: folder,
      format: 'esm',
      outExtension: () => ({ js: '.js' }),
      platform: 'browser',
      target: 'es2022',
      noExternal: [/./],
      splitting: false,
      minify: true,
      silent: true,
      tsconfig: join(root, 'src/panel/tsconfig.json'),
      esbuildPlugins: [samples],
      esbuildOptions: (options) => {
        options.alias = aliases;
      },
    });
    const script = (name) => ({ type: 'text/javascript', bytes: readFileSync(join(folder, name), 'utf8') });
    const own = (name) => readFileSync(join(root, 'src/panel', name), 'utf8');
    return new Map([
      ['/', { type: 'text/html', bytes: own('panel.html') }],
      ['/panel.css', { type: 'text/css', bytes: own('panel.css') }],
      ['/panel.js', script('panel.js')],
      ['/worker.js', script('worker.js')],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
