import { expect, it } from 'vitest';
import { companionTexts } from '../../../src/plans/compose/companion-texts.js';
import { layoutRecipe } from '../../../src/plans/compose/layout-recipe.js';
import { benchWith, recipeOf, sha256, valueOf } from '../bench.js';

it('writes where each input of each asset stands in it, and whose companions they are', () => {
  const { workspace } = benchWith({ 'assets/one/a': 'aaa', 'assets/one/b': 'bb', 'assets/two/c': 'c' });
  const recipe = recipeOf(workspace, { one: ['a', 'b'], two: ['c'] });
  const { header } = valueOf(layoutRecipe(recipe));
  const digests = [[sha256('aaa'), sha256('bb')], [sha256('c')]];
  const copied = digests.map((inputs) => ({ sha256: sha256('whole'), inputs }));
  const archive_digest = sha256('front');
  const texts = companionTexts(recipe, { header, archiveDigest: archive_digest, copied });
  const input = (path: string, offset: number, content: string) => ({
    role: 'main',
    path,
    offset,
    size: content.length,
    sha256: sha256(content),
  });
  const record = (index: number) => ({
    asset_id: index + 1,
    asset_uuid: recipe.assets[index]?.asset_uuid,
    root: recipe.assets[index]?.root,
  });
  expect(texts.map(([path, text]): unknown => [path, JSON.parse(text)])).toEqual([
    ['build/asset_table.json', { schema_version: 1, archive_digest, asset_table: header.asset_table }],
    [
      'build/asset_table_metadata.json',
      {
        schema_version: 1,
        archive_digest,
        assets: [
          { ...record(0), inputs: [input('a', 0, 'aaa'), input('b', 3, 'bb')] },
          { ...record(1), inputs: [input('c', 0, 'c')] },
        ],
      },
    ],
    ['build/preload.json', { schema_version: 1, archive_digest, preload: [{ asset_id: 1, slot: 0 }] }],
  ]);
});
