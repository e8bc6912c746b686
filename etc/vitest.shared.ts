import { resolve } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { entries, packageName } from './entries.js';

const root = resolve(import.meta.dirname, '..');

/** A vitest configuration anchored at the repository's root, with the package's own names resolved to its sources. */
export function suite(test: NonNullable<ViteUserConfig['test']>): ViteUserConfig {
  const alias = entries.map((entry) => ({
    find: new RegExp(`^${packageName}${entry === 'index' ? '' : `/${entry}`}$`),
    replacement: resolve(root, `src/${entry}.ts`),
  }));
  return { root, resolve: { alias }, test: { maxWorkers: '100%', ...test } };
}
