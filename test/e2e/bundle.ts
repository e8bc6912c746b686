import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import { sourceAliases } from './source-aliases.js';

const root = resolve(import.meta.dirname, '../..');

/** Whether the package was compiled after its sources were last changed. */
export function isCompiled(): boolean {
  const compiled = join(root, 'dist/index.js');
  if (!existsSync(compiled)) return false;
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return sources.every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= statSync(compiled).mtimeMs);
}

/**
 * Bundles a program of the tests with the package into one file that another process can run.
 *
 * @param entry - the program, from the repository's root.
 * @param folder - where the file goes.
 * @param from - whether the package is taken from its sources or as it was compiled.
 * @returns path of the file.
 */
export async function bundle(entry: string, folder: string, from: 'sources' | 'compiled' = 'sources'): Promise<string> {
  await build({
    config: false,
    entry: { program: join(root, entry) },
    outDir: folder,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    platform: 'node',
    target: 'node20',
    noExternal: [/^(?!node:)/],
    splitting: false,
    silent: true,
    tsconfig: join(root, 'tsconfig.json'),
    esbuildOptions: (options) => {
      options.alias = { ...sourceAliases(from) };
    },
  });
  return join(folder, 'program.mjs');
}
