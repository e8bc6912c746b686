import { resolve } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { entries, packageName } from './entries.js';

const root = resolve(import.meta.dirname, '..');

type Settings = NonNullable<ViteUserConfig['test']>;

/** A vitest configuration anchored at the repository's root, with the package's own names resolved to its sources. */
export function suite(test: Settings): ViteUserConfig {
  const alias = entries.map((entry) => ({
    find: new RegExp(`^${packageName}${entry === 'index' ? '' : `/${entry}`}$`),
    replacement: resolve(root, `src/${entry}.ts`),
  }));
  return { root, resolve: { alias }, test: { maxWorkers: '100%', ...test } };
}

/**
 * A configuration of tests that need no process of their own.
 *
 * @param files - what runs, from the repository's root; tests of types, `*.test-d.ts`, are compiled and not run.
 */
export function partSuite(files: readonly string[], test: Settings = {}): ViteUserConfig {
  const ofTypes = files.filter((path) => path.endsWith('.test-d.ts'));
  return suite({
    include: files.filter((path) => !ofTypes.includes(path)),
    typecheck: { enabled: ofTypes.length > 0, include: ofTypes, tsconfig: 'test/types/tsconfig.json', ignoreSourceErrors: true },
    isolate: false, // no module keeps state, so files may share a worker and what it has loaded
    testTimeout: 60_000,
    ...test,
  });
}
