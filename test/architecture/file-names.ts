import { entryOf } from './house.js';
import type { Rule, SourceFile } from './source-file.js';
import { exportedDeclarations, parse } from './syntax.js';

/** `canonicalJson`, `LARGEST_VERSION` and `parsePNGHeader` become `canonical-json`, `largest-version`, `parse-png-header`. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** The words of a name, plural and singular alike. */
const wordsOf = (kebab: string): readonly string[] => kebab.split('-').map((word) => word.replace(/(?<=..)s$/, ''));

/** `utf8.ts` may hold `decodeUtf8` and `encodeUtf8`, `versions/v4.schema.ts` holds `assetSchemaV4`: an export has every word of the name. */
function isNamedFor(path: string, name: string): boolean {
  const stem = (/([^/]+)\.ts$/.exec(path)?.[1] ?? '').replaceAll('.', '-');
  const words = new Set(wordsOf(kebabCase(name)));
  return wordsOf(stem).every((word) => words.has(word));
}

/** A group of constants is named for the group, like `owned-paths.ts`. */
const isGroup = (names: readonly string[]): boolean => names.filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)).length >= 3;

/** A model holds the types of an artifact and is called `model` in each; tables are data. */
const isExempt = ({ path }: SourceFile): boolean => entryOf(path) !== null || path.endsWith('/model.ts') || path.endsWith('-table.ts');

/** A file is named for an export, in kebab-case: who knows the one finds the other. */
export const fileNames: Rule = (files) =>
  files
    .filter((file) => !isExempt(file))
    .flatMap((file) => {
      const names = exportedDeclarations(parse(file)).map(({ name }) => name);
      return isGroup(names) || names.some((name) => isNamedFor(file.path, name))
        ? []
        : [{ rule: 'file-name', path: file.path, line: 1, found: names.join() }];
    });
