import { join, resolve } from 'node:path';
import { entries, packageName } from '../../etc/entries.js';

const root = resolve(import.meta.dirname, '../..');

/**
 * Where a bundler finds what the package exports, by specifier.
 *
 * @param from - whether the package is taken from its sources or as it was compiled.
 */
export function sourceAliases(from: 'sources' | 'compiled' = 'sources'): Readonly<Record<string, string>> {
  const fileOf = (name: string): string => join(root, from === 'sources' ? `src/${name}.ts` : `dist/${name}.js`);
  const nameOf = (name: string): string => (name === 'index' ? packageName : `${packageName}/${name}`);
  return Object.fromEntries(entries.map((name) => [nameOf(name), fileOf(name)]));
}
