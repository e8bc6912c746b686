import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Options } from 'tsup';
import { entries, packageName } from './entries.js';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

const root = resolve(import.meta.dirname, '..');
const exportLines = /^export \{([^}]*)\} from '([^']+)';$/gm;
const importLines = new RegExp(`^import \\{([^}]*)\\} from '${packageName}(?:/(\\w+))?';$`, 'gm');

const valuesIn = (names: string): readonly string[] =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

/** The file that each value of an entry comes from. */
function sourcesOf(entry: string): ReadonlyMap<string, string> {
  const file = join(root, `src/${entry}.ts`);
  return new Map(
    [...readFileSync(file, 'utf8').matchAll(exportLines)].flatMap(([, names = '', from = '']) =>
      valuesIn(names).map((name) => [name, resolve(dirname(file), from.replace(/\.js$/, '.ts'))] as const),
    ),
  );
}

/**
 * Leads imports of the package's own entries to the very files that hold what is imported. A bundler that splits a program
 * takes all that stands behind an entry for needed wherever the entry is named: then nothing would be loaded late.
 */
export function directImports(): EsbuildPlugin {
  return {
    name: 'direct-imports',
    setup(build) {
      const sources = new Map(entries.map((entry) => [entry, sourcesOf(entry)]));
      const direct = (names: string, entry: string, importer: string): string => {
        const lines = valuesIn(names).map((name) => {
          const source = sources.get(entry)?.get(name);
          if (source === undefined) throw new Error(`${importer} imports ${name}, which ${entry} does not export`);
          return `import { ${name} } from ${JSON.stringify(source)};`;
        });
        return lines.join(' ') + '\n'.repeat(names.split('\n').length - 1); // the lines after it keep their numbers
      };
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        return {
          loader: 'ts',
          contents: text.replace(importLines, (_, names: string, entry = 'index') => direct(names, entry as string, path)),
        };
      });
    },
  };
}
