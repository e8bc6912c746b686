import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import { sourceAliases } from '../e2e/source-aliases.js';

const root = resolve(import.meta.dirname, '../..');

/**
 * Bundles a program with everything it imports, this package from its sources, into one module that a browser can load.
 * A program that needs a module of Node cannot be bundled.
 *
 * @param entry - the program, from the repository's root.
 * @returns text of the module.
 */
export async function bundleForBrowser(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-bundle-'));
  try {
    await build({
      config: false,
      entry: { program: join(root, entry) },
      outDir: folder,
      format: 'esm',
      outExtension: () => ({ js: '.mjs' }),
      platform: 'browser',
      target: 'es2022',
      noExternal: [/./],
      splitting: false,
      silent: true,
      tsconfig: join(root, 'tsconfig.json'),
      esbuildOptions: (options) => {
        options.alias = sourceAliases();
      },
    });
    return await readFile(join(folder, 'program.mjs'), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}
