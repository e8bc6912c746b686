import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSETS_FOLDER } from '../../src/paths/owned-paths.js';
import { indexScan } from '../../src/workspace/input-tree.js';
import { judgeFolder } from '../../src/workspace/scan-folders.js';

const names = fc.uniqueArray(
  fc.stringMatching(/^[a-e\u00e9\u{1f600}.]{1,4}$/u).filter((name) => !name.endsWith('.')),
  { maxLength: 20 },
);

function treeOf(files: readonly string[]) {
  const entries = files.map((name) => ({ name, kind: 'file' }) as const);
  const { folder } = judgeFolder(ASSETS_FOLDER, entries, { maxEntries: 100 }, (text) => text);
  return indexScan({ found: true, folders: new Map([[ASSETS_FOLDER, folder]]), unseen: new Set(), diagnostics: [] });
}

describe('indexScan', () => {
  it('finds exactly the files that were listed, in whatever order', () => {
    fc.assert(
      fc.property(names, names, (files, others) => {
        const { holds } = treeOf(files);
        for (const name of [...files, ...others]) expect(holds(ASSETS_FOLDER, name)).toBe(files.includes(name));
      }),
    );
  });

  it('finds none in a folder that was not listed', () => {
    expect(treeOf(['a']).holds(`${ASSETS_FOLDER}/b` as typeof ASSETS_FOLDER, 'a')).toBe(false);
  });
});
