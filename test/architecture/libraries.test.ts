import { describe, expect, it } from 'vitest';
import { libraryUse } from './libraries.js';

const rulesFor = (path: string, specifier: string) =>
  libraryUse([{ path, text: `import type { X } from '${specifier}';` }]).map(({ rule, found }) => ({ rule, found }));

describe('libraryUse', () => {
  it.each([
    ['src/schema/check-structure.ts', 'zod/mini'],
    ['src/artifacts/asset/versions/v4.schema.ts', 'zod/mini'],
    ['src/versioning/support-window.ts', 'semver/ranges/gtr.js'],
    ['src/workspace/snapshot.ts', 'neverthrow'],
  ])('lets %s import %s', (path, specifier) => {
    expect(rulesFor(path, specifier)).toEqual([]);
  });

  it.each([
    ['src/artifacts/asset/parse.ts', 'zod/mini'],
    ['src/operations/read.ts', 'zod/mini'],
    ['src/artifacts/asset/migrate.ts', 'semver/ranges/gtr.js'],
    ['src/sources/png.ts', 'fflate'],
  ])('does not let %s import %s', (path, specifier) => {
    expect(rulesFor(path, specifier)).toEqual([{ rule: 'library-out-of-place', found: specifier }]);
  });

  it.each(['lodash', 'semver', 'zod', 'fs'])('does not know %s', (specifier) => {
    expect(rulesFor('src/schema/x.ts', specifier)).toEqual([{ rule: 'unknown-library', found: specifier }]);
  });
});
