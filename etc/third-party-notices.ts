import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

function notice(title: string, licenceFile: string): string {
  return `## ${title}\n\n${readFileSync(licenceFile, 'utf8').trim()}\n`;
}

function packageNotice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license: string };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${manifest.name} is bundled but ships no licence text`);
  return notice(`${manifest.name} ${manifest.version} (${manifest.license})`, join(folder, file));
}

/** The licences of data that src/ holds in generated tables, one text each, named for its source. */
function dataNotices(): readonly string[] {
  const folder = join(import.meta.dirname, 'licences');
  return readdirSync(folder).map((file) => notice(basename(file, '.txt'), join(folder, file)));
}

function head(): string {
  const { license } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { readonly license: string };
  return `# Third-party notices

The bundles of this package contain code and data of these sources, each under the licence that follows. They grant nothing of the package itself, whose licence is \`${license}\`.
`;
}

/** Writes the licences of the packages whose code esbuild put into the bundles, and of the data in them, as those licences ask. */
export function thirdPartyNotices(file: string): EsbuildPlugin {
  const folders = new Set<string>();
  return {
    name: 'third-party-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        for (const input of Object.keys(metafile?.inputs ?? {})) {
          const folder = packageFolder.exec(input)?.[1];
          if (folder !== undefined) folders.add(folder);
        }
        writeFileSync(file, [head(), ...[...folders].sort().map(packageNotice), ...dataNotices()].join('\n'));
      });
    },
  };
}
