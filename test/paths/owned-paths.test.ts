import { describe, expect, it } from 'vitest';
import * as ownedPaths from '../../src/paths/owned-paths.js';
import { isInside, parseWorkspacePath } from '../../src/paths/workspace-path.js';

describe('owned paths', () => {
  it.each(Object.entries(ownedPaths))('%s is a workspace path', (_name, path) => {
    expect(parseWorkspacePath(path)._unsafeUnwrap()).toBe(path);
  });

  it('are as the contract names them', () => {
    expect(Object.values(ownedPaths).sort()).toEqual([
      'assets',
      'assets/.prometeu',
      'assets/.prometeu/.gitignore',
      'assets/.prometeu/cache.json',
      'assets/.prometeu/index.json',
      'assets/.prometeu/journal.json',
      'assets/.prometeu/lock',
      'assets/.prometeu/undo',
      'build',
      'build/asset_table.json',
      'build/asset_table_metadata.json',
      'build/assets.pa',
      'build/preload.json',
    ]);
  });

  it('stand in the folders they belong to', () => {
    const { ASSETS_FOLDER, BUILD_FOLDER, ...rest } = ownedPaths;
    expect(Object.values(rest).every((path) => isInside(path, ASSETS_FOLDER) !== isInside(path, BUILD_FOLDER))).toBe(true);
  });
});
