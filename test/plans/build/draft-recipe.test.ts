import { describe, expect, it } from 'vitest';
import { draftRecipe } from '../../../src/plans/build/draft-recipe.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import type { WorkspaceSnapshot } from '../../../src/workspace/snapshot.js';
import { declaration, registry, uuid, workspace } from '../../workspace/workspaces.js';
import { codesOf, REGISTRY, sha256, valueOf } from '../bench.js';
import { snapshotOf } from '../snapshot-of.js';

const LOOSE = { 'assets/loose/asset.json': declaration(9), 'assets/loose/data.bin': 'x' };

const sound = await snapshotOf(workspace({ z: 1, a: 2, m: 3 }));
const bare = await snapshotOf({ 'assets/notes.txt': 'x' });

const rootsOf = (snapshot: WorkspaceSnapshot): readonly string[] => valueOf(draftRecipe(snapshot)).value.assets.map(({ root }) => root);
const findings = (snapshot: WorkspaceSnapshot) => {
  const told = draftRecipe(snapshot).match(
    ({ diagnostics }) => diagnostics,
    (failure) => failure,
  );
  return told.map(({ code, artifact, location, data }) => ({ code, artifact, location, data }));
};

/** A snapshot whose folders are found otherwise. */
const changed = (of: WorkspaceSnapshot, change: (asset: AssetState) => Partial<AssetState>): WorkspaceSnapshot => ({
  ...of,
  assets: of.assets.map((asset) => ({ ...asset, ...change(asset) })),
});
const one = (root: string, change: Partial<AssetState>) => changed(sound, (asset) => (asset.root === root ? change : {}));

describe('draftRecipe', () => {
  it('takes the included assets by asset_id, each with its inputs in packing order and its metadata by key', async () => {
    const output = { format: 'raw', codec: 'none', metadata: { b: 1, a: true, B: 'x' } } as const;
    const snapshot = await snapshotOf({
      [REGISTRY]: registry({ z: 1, a: 2 }),
      'assets/z/asset.json': declaration(1, { type: 'palette_bank', inputs: { main: ['two.bin', 'one.bin'], aside: ['aside.bin'] } }),
      'assets/z/aside.bin': '333',
      'assets/z/one.bin': '1',
      'assets/z/two.bin': '22',
      'assets/a/asset.json': declaration(2, { name: 'named', output }),
      'assets/a/data.bin': 'bytes',
    });
    const { value, diagnostics } = valueOf(draftRecipe(snapshot));
    const input = (role: string, root: string, path: string, size: number) => ({ role, path, file: `assets/${root}/${path}`, size });
    expect(value).toMatchObject({
      assets: [
        {
          asset_id: 1,
          asset_uuid: uuid(1),
          root: 'z',
          asset_name: 'asset-1',
          bank_type: 'PALETTES',
          inputs: [input('aside', 'z', 'aside.bin', 3), input('main', 'z', 'two.bin', 2), input('main', 'z', 'one.bin', 1)],
        },
        {
          asset_id: 2,
          asset_uuid: uuid(2),
          root: 'a',
          asset_name: 'named',
          bank_type: 'DATA',
          inputs: [input('main', 'a', 'data.bin', 5)],
        },
      ],
      preload: [],
    });
    expect(value.assets.map(({ metadata }) => Object.entries(metadata))).toEqual([[], Object.entries({ B: 'x', a: true, b: 1 })]);
    expect(diagnostics).toEqual([]);
  });

  it('keeps the digests that are known', () => {
    const digested = one('a', { inputs: sound.assets[0]?.inputs.map((input) => ({ ...input, sha256: sha256('x') })) ?? [] });
    const digests = valueOf(draftRecipe(digested)).value.assets.map(({ root, inputs }) => [root, inputs.map((input) => input.sha256)]);
    expect(digests).toEqual([
      ['z', [null]],
      ['a', [sha256('x')]],
      ['m', [null]],
    ]);
  });

  it('leaves out what is not recorded, not included, not settled, or has no declaration, though nothing is wrong with it', async () => {
    expect(rootsOf(sound)).toEqual(['z', 'a', 'm']);
    expect(rootsOf(await snapshotOf({ ...workspace({ a: 1 }), ...LOOSE }))).toEqual(['a']);
    const identity = (change: object) =>
      changed(sound, (asset) => (asset.root === 'a' ? { identity: { ...asset.identity, ...change } } : {}));
    expect(rootsOf(identity({ class: 'imported' }))).toEqual(['z', 'm']);
    expect(rootsOf(identity({ record: null }))).toEqual(['z', 'm']);
    expect(rootsOf(one('a', { body: null }))).toEqual(['z', 'm']);
    const record = sound.assets[0]?.identity.record;
    expect(rootsOf(identity({ record: { ...record, included_in_build: false } }))).toEqual(['z', 'm']);
  });

  it('gives slots, and tells of them in the one order', async () => {
    const preload = { enabled: true };
    const { value, diagnostics } = valueOf(
      draftRecipe(
        await snapshotOf({
          ...workspace({ z: 1, a: 2 }),
          ...LOOSE,
          'assets/z/asset.json': declaration(1, { preload }),
          'assets/a/asset.json': declaration(2, { preload }),
        }),
      ),
    );
    expect(value.preload).toEqual([
      { asset_id: 1, slot: 0 },
      { asset_id: 2, slot: 1 },
    ]);
    expect(diagnostics.map(({ code, location, data }) => ({ code, location, data }))).toMatchObject([
      { code: 'BUILD_SLOT_ASSIGNED', location: { file: 'assets/a/asset.json' }, data: { root: 'a', slot: 1 } },
      { code: 'IDENTITY_IMPORTED', location: { file: 'assets/loose/asset.json' } },
      { code: 'BUILD_SLOT_ASSIGNED', location: { file: 'assets/z/asset.json' }, data: { root: 'z', slot: 0 } },
    ]);
  });

  it('is refused where a bank has no slot left, with that alone', () => {
    const [some] = sound.assets;
    const assets = Array.from({ length: 65_537 }, (_, slot): object => {
      const preload = { enabled: true, ...(slot < 65_536 && { slot }) };
      return { ...some, body: { ...some?.body, preload }, inputs: [] };
    });
    const drafted = draftRecipe({ ...sound, assets: assets as AssetState[] });
    expect(drafted._unsafeUnwrapErr()).toMatchObject([
      {
        code: 'BUILD_SLOTS_EXHAUSTED',
        artifact: 'asset',
        location: { kind: 'file', file: 'assets/a/asset.json' },
        data: { root: 'a', bankType: 'DATA' },
      },
    ]);
  });

  it('says where nothing is included', async () => {
    const files = { ...workspace({ a: 1, b: 2 }), [REGISTRY]: registry({ a: 1, b: 2 }, { included_in_build: false }) };
    const snapshot = await snapshotOf(files);
    expect(rootsOf(snapshot)).toEqual([]);
    expect(findings(snapshot)).toEqual([
      { code: 'BUILD_NOTHING_INCLUDED', artifact: 'registry', location: { kind: 'file', file: REGISTRY }, data: { records: 2 } },
    ]);
  });
});

describe('a workspace that cannot be built', () => {
  const MISSING = {
    code: 'REGISTRY_MISSING',
    artifact: 'registry',
    location: { kind: 'file', file: REGISTRY },
    data: { expected: REGISTRY, claiming: 0 },
  };

  it('is one without a registry, and that is told once', async () => {
    expect(codesOf(draftRecipe(bare))).toEqual(['WORKSPACE_LOOSE_FILES', 'REGISTRY_MISSING']);
    expect(findings(bare).at(-1)).toEqual(MISSING);
    expect(findings({ ...bare, blocked: false, diagnostics: [] })).toEqual([MISSING]);
    expect(codesOf(draftRecipe(await snapshotOf(LOOSE)))).toEqual(['REGISTRY_MISSING']);
    const broken = await snapshotOf({ ...workspace({ a: 1 }), [REGISTRY]: '{' });
    expect(codesOf(draftRecipe(broken))).toEqual(broken.diagnostics.map(({ code }) => code));
    expect(codesOf(draftRecipe(broken))).not.toContain('REGISTRY_MISSING');
  });

  it.each<[string, Partial<WorkspaceSnapshot>]>([
    ['the registry or the folders are in doubt', { blocked: true }],
    ['only current versions are accepted', { buildBlocked: true }],
    ['an asset of it is', { assets: sound.assets.map((asset) => ({ ...asset, blocked: asset.root === 'm' })) }],
  ])('is one where %s, with everything there is to say of it', async (_, change) => {
    const { diagnostics } = await snapshotOf({ ...workspace({ a: 1 }), ...LOOSE });
    expect(diagnostics).toHaveLength(1);
    const drafted = draftRecipe({ ...sound, ...change, diagnostics });
    expect(drafted.isErr() && drafted.error).toEqual(diagnostics);
    expect(codesOf(draftRecipe({ ...sound, ...change, diagnostics: [] }))).toEqual(['REGISTRY_MISSING']);
  });

  it('is not one where what does not belong to the build is at fault: errors of it are not told', async () => {
    const snapshot = await snapshotOf({
      ...workspace({ a: 1 }),
      'assets/loose/asset.json': declaration(9, { inputs: { main: ['gone.bin'] } }),
    });
    expect(snapshot.assets.map(({ root, reachable, blocked }) => [root, reachable, blocked])).toEqual([
      ['a', true, false],
      ['loose', false, true],
    ]);
    expect(rootsOf(snapshot)).toEqual(['a']);
    expect(findings(snapshot).map(({ code }) => code)).toEqual(['IDENTITY_IMPORTED']);
    expect(snapshot.diagnostics.length).toBeGreaterThan(1);
  });
});
