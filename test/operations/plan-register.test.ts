import { describe, expect, it } from 'vitest';
import { applyPlan, planRegister, type AssetDeclaration, type Plan, type Registry } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { soundPng } from '../sources/png/png-builder.js';
import { soundWav } from '../sources/wav/wav-builder.js';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const after = (plan: Plan, path: string): string => {
  const edit = plan.edits.find((it) => it.path === path);
  return edit?.kind === 'text' ? (edit.after ?? '') : '';
};
const registryAfter = (plan: Plan): Registry => JSON.parse(after(plan, 'assets/.prometeu/index.json')) as Registry;
const plan = async (files: Record<string, MemoryContent>, roots?: readonly string[]) => {
  const produced = (await planRegister(createMemoryWorkspace(files), roots === undefined ? {} : { roots }))._unsafeUnwrap();
  return { ...produced, plan: produced.value };
};
const refusal = async (files: Record<string, MemoryContent>, roots?: readonly string[]) =>
  (await planRegister(createMemoryWorkspace(files), roots === undefined ? {} : { roots }))
    ._unsafeUnwrapErr()
    .map(({ code, location }) => [code, location]);

describe('planRegister', () => {
  it('declares each undeclared folder that directly holds files, nested ones too, in code-unit order of root', async () => {
    const { plan: made, diagnostics } = await plan({
      'assets/hero/b.png': soundPng,
      'assets/hero/a.png': soundPng,
      'assets/hero/sounds/jump.wav': soundWav,
      'assets/Maps/one.bin': 'x',
      'assets/empty/inner/.keep': '',
      'assets/.git/config': 'x',
    });
    expect(diagnostics).toEqual([]);
    expect(made.edits.map(({ path }) => path)).toEqual([
      'assets/.prometeu/.gitignore',
      'assets/.prometeu/index.json',
      'assets/Maps/asset.json',
      'assets/hero/asset.json',
      'assets/hero/sounds/asset.json',
    ]);
    expect(JSON.parse(after(made, 'assets/hero/asset.json'))).toEqual({
      schema_version: 4,
      asset_uuid: '00000000-0000-4000-8000-000000000003',
      name: 'hero',
      type: 'tile_bank',
      inputs: { main: ['a.png', 'b.png'] },
      output: { format: 'png', codec: 'none' },
    });
    expect(JSON.parse(after(made, 'assets/hero/sounds/asset.json'))).toMatchObject({
      name: 'sounds',
      type: 'sound_bank',
      output: { format: 'wav' },
    });
    expect(JSON.parse(after(made, 'assets/Maps/asset.json'))).toMatchObject({ name: 'maps', type: 'data_bank', output: { format: 'raw' } });
    const index = registryAfter(made);
    expect(index).toMatchObject({ schema_version: 4, project_uuid: '00000000-0000-4000-8000-000000000001', next_asset_id: 4, retired: [] });
    expect(index.assets.map(({ asset_id, root, included_in_build }) => [asset_id, root, included_in_build])).toEqual([
      [1, 'Maps', true],
      [2, 'hero', true],
      [3, 'hero/sounds', true],
    ]);
    expect(made.identityChanges.map(({ kind, root, after: to }) => [kind, root, to?.asset_id])).toEqual([
      ['project-created', '', 0],
      ['asset-registered', 'Maps', 1],
      ['asset-registered', 'hero', 2],
      ['asset-registered', 'hero/sounds', 3],
    ]);
  });

  it('decides the kind by content, and warns where kinds are mixed', async () => {
    const { plan: made, diagnostics } = await plan({
      'assets/a/x': soundPng,
      'assets/b/x': soundPng,
      'assets/b/y': soundWav,
      'assets/b/z': 'text',
    });
    expect(JSON.parse(after(made, 'assets/a/asset.json'))).toMatchObject({ type: 'tile_bank' });
    expect(JSON.parse(after(made, 'assets/b/asset.json'))).toMatchObject({ type: 'data_bank', output: { format: 'raw' } });
    expect(diagnostics.map(({ code, severity, location, data }) => ({ code, severity, location, data }))).toEqual([
      {
        code: 'REGISTER_MIXED_KINDS',
        severity: 'warning',
        location: { kind: 'file', file: 'assets/b' },
        data: { kinds: { other: 1, png: 1, wav: 1 } },
      },
    ]);
  });

  it('names by folder, and numbers what is taken by code-unit order of root', async () => {
    const { plan: made } = await plan({
      'assets/b/Hero Art/x': '1',
      'assets/a/hero-art/x': '1',
      'assets/c/日本/x': '1',
      'assets/.prometeu/index.json': registry({ old: 5 }),
      'assets/old/asset.json': declaration(5, { name: 'hero-art' }),
      'assets/old/data.bin': 'x',
    });
    expect(
      made.edits.flatMap(({ path }) =>
        path.endsWith('asset.json') ? [[path, (JSON.parse(after(made, path)) as AssetDeclaration).name]] : [],
      ),
    ).toEqual([
      ['assets/a/hero-art/asset.json', 'hero-art-2'],
      ['assets/b/Hero Art/asset.json', 'hero-art-3'],
      ['assets/c/日本/asset.json', 'asset'],
    ]);
    expect(made.identityChanges.map(({ after: to }) => to?.asset_id)).toEqual([100, 101, 102]);
  });

  it('proposes nothing once everything is registered, and leaves every other byte alone', async () => {
    const host = createMemoryWorkspace({ 'assets/a/x': '1', 'notes.txt': 'mine' });
    const first = (await planRegister(host))._unsafeUnwrap().value;
    expect((await applyPlan(host, first))._unsafeUnwrap().value.state).toBe('applied');
    const files = host.files();
    const second = (await planRegister(host))._unsafeUnwrap().value;
    expect(second.edits).toEqual([]);
    expect((await applyPlan(host, second))._unsafeUnwrap().value.state).toBe('nothing-to-do');
    expect(host.files()).toEqual(files);
    expect(text(files.get('notes.txt'))).toBe('mine');
    expect(text(files.get('assets/.prometeu/.gitignore')).split('\n')).toEqual(
      expect.arrayContaining(['cache.json', 'journal.json', 'lock', 'undo/']),
    );
  });

  it('registers only the roots named, and says which do not exist', async () => {
    const files = { 'assets/a/x': '1', 'assets/b/x': '1' };
    for (const root of ['b', 'assets/b']) expect((await plan(files, [root])).plan.identityChanges.map((it) => it.root)).toEqual(['', 'b']);
    expect(await refusal(files, ['b', 'nope'])).toEqual([['REGISTER_ROOT_NOT_FOUND', { kind: 'workspace' }]]);
  });

  it('keeps what a registry says besides, unknown keys too', async () => {
    const known = JSON.parse(registry({ old: 5 })) as object;
    const files = {
      'assets/.prometeu/index.json': JSON.stringify({ ...known, team: 'blue' }),
      'assets/old/asset.json': declaration(5),
      'assets/old/data.bin': 'x',
      'assets/new/x': '1',
    };
    const index = registryAfter((await plan(files)).plan);
    expect(index).toMatchObject({ team: 'blue', project_uuid: uuid(15), retired: [{ asset_id: 99 }], next_asset_id: 101 });
    expect(index.assets).toHaveLength(2);
  });

  it.each<[string, Record<string, MemoryContent>, string]>([
    ['a .png that is none', { 'assets/a/x.png': 'text' }, 'SOURCE_EXTENSION_MISMATCH'],
    ['a .WAV that is a PNG', { 'assets/a/x.WAV': soundPng }, 'SOURCE_EXTENSION_MISMATCH'],
    ['a registry below current', { 'assets/a/x': '1', 'assets/.prometeu/index.json': '{"schema_version": 1}' }, 'VERSION_TOO_OLD'],
    ['a registry from the future', { 'assets/a/x': '1', 'assets/.prometeu/index.json': '{"schema_version": 9}' }, 'VERSION_TOO_NEW'],
    ['no registry, but claims', { 'assets/a/x': '1', 'assets/b/asset.json': declaration(1), 'assets/b/data.bin': 'x' }, 'REGISTRY_MISSING'],
    ['names that collide', { 'assets/a/x': '1', 'assets/A/x': '1' }, 'PATH_COLLISION'],
    ['no assets folder', { x: '1' }, 'WORKSPACE_NO_ASSETS_FOLDER'],
  ])('is refused for %s', async (_, files, code) => {
    expect((await refusal(files)).map(([found]) => found)).toContain(code);
  });

  it('begins a registry where declarations claim nothing yet', async () => {
    const unclaimed = declaration(1).replace(/"asset_uuid": "[^"]*",/, '');
    const { plan: made } = await plan({ 'assets/a/x': '1', 'assets/b/asset.json': unclaimed, 'assets/b/data.bin': 'x' });
    expect(made.identityChanges.map(({ root }) => root)).toEqual(['', 'a']);
  });

  it.each([['not-a-uuid'], [''], [uuid(5)], [uuid(14)]])('does not believe an identity source that gives %j', async (given) => {
    const host = createMemoryWorkspace({
      'assets/.prometeu/index.json': registry({ old: 5 }),
      'assets/old/asset.json': declaration(5),
      'assets/old/data.bin': 'x',
      'assets/a/x': '1',
    });
    const refused = (await planRegister({ ...host, identity: { newUuid: () => given } }))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, data])).toEqual([['REGISTER_IDENTITY_REFUSED', { found: given }]]);
  });

  it('X20: an identity source that throws is a defect told, not a throw', async () => {
    const host = createMemoryWorkspace({ 'assets/a/x': '1' });
    const newUuid = (): string => {
      throw new TypeError('no entropy');
    };
    const refused = (await planRegister({ ...host, identity: { newUuid } }))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, data])).toEqual([
      ['INTERNAL_DEFECT', { operation: 'planRegister', reason: 'TypeError: no entropy' }],
    ]);
  });

  it('I3: gives no id beyond the last one', async () => {
    const full = registry({ old: 5 }).replace('"next_asset_id":100', '"next_asset_id":4294967294');
    const files = {
      'assets/.prometeu/index.json': full,
      'assets/old/asset.json': declaration(5),
      'assets/old/data.bin': 'x',
      'assets/a/x': '1',
      'assets/b/x': '1',
    };
    expect((await refusal(files)).map(([code]) => code)).toEqual(['REGISTER_IDS_EXHAUSTED']);
    expect((await plan(files, ['a'])).plan.identityChanges.map(({ after: to }) => to?.asset_id)).toEqual([4_294_967_294]);
  });

  it('X12: a plan is stale once anything it read has changed', async () => {
    for (const [path, content] of [
      ['assets/a/x', soundWav],
      ['assets/a/y', 'new'],
      ['assets/c/x', 'new'],
      ['assets/.prometeu/index.json', registry({})],
      ['assets/a/asset.json', declaration(1)],
    ] as const) {
      const host = createMemoryWorkspace({ 'assets/a/x': '1', 'assets/b/x': '2' });
      const made = (await planRegister(host))._unsafeUnwrap().value;
      host.set(path, content);
      const before = host.files();
      const refused = (await applyPlan(host, JSON.parse(JSON.stringify(made)) as Plan))._unsafeUnwrapErr();
      expect(refused.map(({ code }) => code)).toEqual(['PLAN_STALE']);
      expect(host.files()).toEqual(before);
    }
  });

  it('I4: never registers a folder that the registry already records, in whatever spelling', async () => {
    for (const files of [
      { 'assets/.prometeu/index.json': registry({ hero: 5 }), 'assets/hero/left-behind.bin': 'x', 'assets/new/x': '1' },
      { 'assets/.prometeu/index.json': registry({ HERO: 5 }), 'assets/hero/left-behind.bin': 'x', 'assets/new/x': '1' },
    ]) {
      const { plan: made, diagnostics } = await plan(files);
      expect(made.identityChanges.map(({ root }) => root)).toEqual(['new']);
      expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([['REGISTER_ROOT_RECORDED', { root: 'hero' }]]);
    }
  });

  it('leaves folders alone that hold inputs of a declared asset', async () => {
    const files = {
      ...workspace({ hero: 5 }),
      'assets/hero/asset.json': declaration(5, { inputs: { main: ['walk/1.bin'] } }),
      'assets/hero/walk/1.bin': 'x',
    };
    expect((await plan(files)).plan.edits).toEqual([]);
  });

  it('says why a named root is left out: an asset.json declares it', async () => {
    const files = { ...workspace({ hero: 5 }), 'assets/b/asset.json': declaration(6), 'assets/b/data.bin': 'x' };
    const { diagnostics } = await plan(files, ['b']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['REGISTER_ALREADY_DECLARED', 'IDENTITY_IMPORTED']);
  });

  it.each([
    ['an empty file', { 'assets/a/x': '' }, 'SOURCE_EMPTY'],
    ['another spelling of asset.json', { 'assets/a/ASSET.JSON': '{}', 'assets/a/x': '1' }, 'PATH_OWNED'],
  ])('refuses %s, which its own reader would refuse', async (_, files, code) => {
    expect((await refusal(files)).map(([found]) => found)).toEqual([code]);
  });

  it('tells the kind of a large file from a port that reads a few bytes at a time', async () => {
    const large = new Uint8Array(70_000);
    large.set(soundPng);
    const host = createMemoryWorkspace({ 'assets/a/x.png': large });
    const read: typeof host.read = {
      ...host.read,
      openFile: async (path) =>
        (await host.read.openFile(path)).map((handle) => ({ ...handle, read: (into, at) => handle.read(into.subarray(0, 3), at) })),
    };
    const made = (await planRegister({ ...host, read }))._unsafeUnwrap().value;
    expect(JSON.parse(after(made, 'assets/a/asset.json'))).toMatchObject({ type: 'tile_bank' });
  });
});
