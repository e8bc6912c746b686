import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import { entries } from '../../etc/entries.js';
import type { SourceFile } from '../architecture/source-file.js';
import { sourceAliases } from '../e2e/source-aliases.js';

const root = resolve(import.meta.dirname, '../..');

/** Every program that the package ships, as files of src/. */
export const programs: readonly string[] = [...entries, 'cli'];

/**
 * Bundles all programs of the package as they are shipped and loaded: everything that they import is in, libraries too,
 * each module once.
 */
export async function bundleEntries(): Promise<readonly SourceFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bundles-'));
  try {
    await build({
      config: false,
      entry: Object.fromEntries(programs.map((name) => [name, join(root, `src/${name}.ts`)])),
      outDir: folder,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      noExternal: [/^(?!node:)/],
      removeNodeProtocol: false,
      splitting: true,
      silent: true,
      tsconfig: join(root, 'tsconfig.json'),
      esbuildOptions: (options) => {
        options.alias = { ...sourceAliases() };
        options.absWorkingDir = root; // the paths in the bundles count from it
      },
    });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    return await Promise.all(names.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
  } finally {
    await rm(folder, { recursive: true });
  }
}
