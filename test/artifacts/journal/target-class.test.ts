import { describe, expect, it } from 'vitest';
import { targetClass, UNDO_RECORD_PATH } from '../../../src/artifacts/journal/target-class.js';
import { stagedPath } from '../../../src/artifacts/journal/staged-path.js';
import { parseWorkspacePath } from '../../../src/paths/workspace-path.js';

const path = (text: string) => parseWorkspacePath(text)._unsafeUnwrap();

describe('targetClass', () => {
  it.each([
    ['assets/hero/asset.json', 'authored'],
    ['assets/deep/er/asset.json', 'authored'],
    ['assets/.prometeu/.gitignore', 'authored'],
    ['assets/.prometeu/index.json', 'registry'],
    ['build/assets.pa', 'derived'],
    ['build/asset_table.json', 'derived'],
    ['build/preload.json', 'derived'],
    ['build/asset_table_metadata.json', 'derived'],
    ['assets/.prometeu/undo/last.json', 'control'],
    ['assets/asset.json', null],
    ['assets-evil/hero/asset.json', null],
    ['assets/hero/Asset.json', null],
    ['assets/.prometeu/hero/asset.json', null],
    ['assets/.PROMETEU/hero/asset.json', null],
    ['assets/hero/.x.0123456789abcdef.prometeu.tmp/asset.json', null],
    ['assets/.prometeu/journal.json', null],
    ['assets/.prometeu/lock', null],
    ['build/sub/assets.pa', null],
    ['index.json', null],
  ])('of %s is %s', (text, expected) => {
    expect(targetClass(path(text))).toBe(expected);
  });

  it('knows the undo record by a path that is one', () => {
    expect(path(UNDO_RECORD_PATH)).toBe(UNDO_RECORD_PATH);
  });
});

describe('stagedPath', () => {
  it('stands beside its target', () => {
    expect(stagedPath(path('assets/hero/asset.json'), '0123456789abcdef')).toBe('assets/hero/.asset.json.0123456789abcdef.prometeu.tmp');
    expect(path(stagedPath(path(`build/${'x'.repeat(255)}`), '0123456789abcdef'))).toMatch(/^build\/\./);
  });
});
