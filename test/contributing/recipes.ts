import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const page = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/contributing.md'), 'utf8');

/** The commands of each recipe in docs/contributing.md, in order, by its title. */
export const recipes: ReadonlyMap<string, readonly string[]> = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const blocks = [...section.matchAll(/^ *```sh\n([^]*?)^ *```$/gm)].map(([, text = '']) => text);
      const commands = blocks.flatMap((text) => text.trim().split('\n')).map((line) => line.trim());
      return [section.slice(0, section.indexOf('\n')), commands];
    }),
);
