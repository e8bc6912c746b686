import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceFile } from '../architecture/source-file.js';
import { bundleEntries, programs } from './bundle-entries.js';
import { findForeignCode } from './find-foreign-code.js';

/** The module of which each line of a bundle is, as the bundler notes it above the module; empty for its own lines. */
function modulesOf({ text }: SourceFile): readonly string[] {
  let module = '';
  return text.split('\n').map((line) => {
    module = /^\/\/ (?:\S*?\/)??((?:src|node_modules)\/\S+)$/.exec(line)?.[1] ?? module;
    return module;
  });
}

let bundles: readonly SourceFile[];
beforeAll(async () => {
  bundles = await bundleEntries();
});

describe('the programs of the package, with all that they import', () => {
  it.each([
    'src/codec/json/read-json.ts',
    'src/node/open-node-workspace.ts',
    'src/cli/run.ts',
    'node_modules/neverthrow/',
    'node_modules/semver/',
  ])('are whole: %s is in', (start) => {
    const modules = new Set(bundles.flatMap(modulesOf));
    expect([...modules].some((module) => module.startsWith(start))).toBe(true);
  });

  it.each(programs)('are all looked at: %s', (name) => {
    expect(bundles.map(({ path }) => path)).toContain(`${name}.js`);
  });

  it('make no code of data and start no program', () => {
    const found = bundles.flatMap((bundle) => {
      const modules = modulesOf(bundle);
      return findForeignCode(bundle).map(({ rule, line, found: text }) => ({ module: modules[line - 1], rule, found: text }));
    });
    expect(found).toEqual([]);
  });
});
