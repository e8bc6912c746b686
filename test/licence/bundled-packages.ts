import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { programs } from '../bundles/bundle-entries.js';
import { sourceAliases } from '../e2e/source-aliases.js';

const root = resolve(import.meta.dirname, '../..');

/** A package whose code is in a bundle. */
export interface BundledPackage {
  /** Its name and version, as `name 1.2.3`. */
  readonly title: string;
  /** Its folder, from the repository's root. */
  readonly folder: string;
}

/** The packages of which esbuild says that their code is in the programs that are shipped, by folder. */
export async function bundledPackages(plugins: Plugin[] = []): Promise<readonly BundledPackage[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(programs.map((name) => [name, `src/${name}.ts`])),
    outdir: 'build/licence',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { ...sourceAliases() },
    metafile: true,
    plugins,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<'name' | 'version', string>;
    return { title: `${name} ${version}`, folder };
  });
}

/** The sections of a text of notices: their titles, without the licence's name, and their texts. */
export function noticesIn(text: string): ReadonlyMap<string, string> {
  const sections = text.split(/^## (?=.*\n\n)/m).slice(1);
  return new Map(
    sections.map((section) => [section.split('\n', 1)[0]?.replace(/ \([^()]+\)$/, '') ?? '', section.slice(section.indexOf('\n')).trim()]),
  );
}
