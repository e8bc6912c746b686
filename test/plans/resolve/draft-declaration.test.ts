import { describe, expect, it } from 'vitest';
import { draftDeclaration } from '../../../src/plans/resolve/draft-declaration.js';
import { assetV2, assetV3, assetV4 } from '../../operations/versioned-workspace.js';
import { uuid } from '../../workspace/workspaces.js';
import { path } from '../bench.js';

const FILE = path('assets/a/asset.json');
const draft = (text: string) => draftDeclaration(FILE, text, uuid(7));

describe('draftDeclaration', () => {
  it.each<[string, string, string]>([
    ['another uuid', assetV4('a', 1), assetV4('a', 7)],
    ['that very uuid', assetV4('a', 7), assetV4('a', 7)],
    ['what is no uuid', assetV4('a', 1).replace(`"${uuid(1)}"`, '5'), assetV4('a', 7)],
    ['a version that is none', assetV4('a', 1).replace('4', '"4"'), assetV4('a', 7).replace('4', '"4"')],
    ['a version to come', assetV4('a', 1).replace('4', '5'), assetV4('a', 7).replace('4', '5')],
  ])('changes nothing but the claim of a declaration that claims %s', (_, before, after) => {
    expect(draft(before)._unsafeUnwrap()).toBe(after);
  });

  it('adds a claim where there is none', () => {
    expect(JSON.parse(draft('{"name": "a"}')._unsafeUnwrap())).toEqual({ name: 'a', asset_uuid: uuid(7) });
  });

  it('leaves alone what is no declaration', () => {
    for (const text of ['', '{', '[]', '{"name": 1, "name": 2}']) expect(draft(text)._unsafeUnwrap()).toBe(text);
  });

  it.each<[string, string]>([
    ['2', assetV2('a')],
    ['3', assetV3('a', 1)],
  ])('migrates one of version %s', (_, before) => {
    expect(JSON.parse(draft(before)._unsafeUnwrap())).toEqual(JSON.parse(assetV4('a', 7)));
  });

  it('tells what stands in the way of migrating it', () => {
    expect(draft(assetV3('a', 1, { preload: 1 }))._unsafeUnwrapErr()).toMatchObject([
      { code: 'STRUCTURE_WRONG_TYPE', location: { file: FILE, pointer: '/preload' } },
    ]);
  });
});
