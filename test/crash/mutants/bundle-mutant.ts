import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';
import type { CrashSubject } from '../crash-subject.js';

const root = resolve(import.meta.dirname, '../../..');

/** One thing changed in a source file. */
export interface SourceChange {
  /** The file, below src/. */
  readonly file: string;
  /** A text that stands in it exactly once. */
  readonly find: string;
  /** What stands there instead. */
  readonly replace: string;
}

/**
 * Bundles the core with some of its sources changed, and loads it.
 *
 * @param folder - where the bundle goes; another one for each mutant.
 */
export async function bundleMutant(changes: readonly SourceChange[], folder: string): Promise<CrashSubject> {
  const applied = new Set<string>();
  await build({
    config: false,
    entry: { mutant: join(root, 'src/index.ts') },
    outDir: folder,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    platform: 'node',
    target: 'node20',
    noExternal: [/^(?!node:)/],
    splitting: false,
    silent: true,
    tsconfig: join(root, 'tsconfig.json'),
    esbuildPlugins: [
      {
        name: 'mutate',
        setup: (bundle) => {
          bundle.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
            let contents = await readFile(path, 'utf8');
            for (const { file, find, replace } of changes) {
              if (path !== join(root, 'src', file)) continue;
              if (contents.split(find).length !== 2) throw new Error(`${file} does not hold this text once: ${find}`);
              contents = contents.replace(find, () => replace);
              applied.add(find);
            }
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  if (applied.size !== changes.length) throw new Error('a file that should be changed is not part of the package');
  return (await import(pathToFileURL(join(folder, 'mutant.mjs')).href)) as CrashSubject;
}
