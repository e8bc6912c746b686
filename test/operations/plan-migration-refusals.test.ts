import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { planMigration, type MigrationOptions } from '../../src/operations/plan-migration.js';
import { soundPng } from '../sources/png/png-builder.js';
import { uuid } from '../workspace/workspaces.js';
import { assetV2, assetV3, assetV4, derivedUuid, REGISTRY, registryV2, registryV3, workspaceOf } from './versioned-workspace.js';

type Files = Record<string, MemoryContent>;

const refusals = async (files: Files, options: MigrationOptions = {}) =>
  (await planMigration(createMemoryWorkspace(files), options)).match(
    () => [],
    (failure) => failure.map(({ code, location }) => [code, 'file' in location ? location.file : '']),
  );

const migrated = async (files: Files, options: MigrationOptions = {}): Promise<readonly string[]> =>
  (await planMigration(createMemoryWorkspace(files), options))._unsafeUnwrap().value.plan.edits.map(({ path }) => path);

const SOUND = workspaceOf(registryV3({ a: 1, b: 2 }), { a: assetV2('a'), b: assetV3('b', 2) });

const at = (root: string): string => `assets/${root}/asset.json`;

describe('planMigration refuses', () => {
  it.each<[string, Files, readonly (readonly [string, string])[]]>([
    ['a declaration of a newer version', { [at('c')]: '{"schema_version": 5}' }, [['VERSION_TOO_NEW', at('c')]]],
    ['a declaration below the window', { [at('c')]: '{"schema_version": 1}' }, [['VERSION_TOO_OLD', at('c')]]],
    ['a declaration without a version', { [at('c')]: '{}' }, [['VERSION_MISSING', at('c')]]],
    ['a declaration that is no JSON', { [at('c')]: '{"schema_version": 4,}' }, [['JSON_TRAILING_COMMA', at('c')]]],
    ['a registry of a newer version', { [REGISTRY]: '{"schema_version": 5}' }, [['VERSION_TOO_NEW', REGISTRY]]],
    ['a registry that is in error', { [REGISTRY]: registryV3({ a: 1, b: 2 }, { next_asset_id: 2 }) }, [['REGISTRY_COUNTER_LOW', REGISTRY]]],
    [
      'a declaration whose structure is wrong in its own version',
      { [at('b')]: assetV3('b', 2, { preload: 1 }) },
      [['STRUCTURE_WRONG_TYPE', at('b')]],
    ],
    ['a key from a later version', { [at('a')]: assetV2('a', { extensions: {} }) }, [['STRUCTURE_KEY_FROM_LATER_VERSION', at('a')]]],
    [
      'a declaration of an earlier version that means nothing',
      { [at('b')]: assetV3('b', 2, { inputs: {} }) },
      [['ASSET_NO_INPUTS', at('b')]],
    ],
    [
      'an identity that another folder claims too',
      { [at('c')]: assetV4('c', 1), 'assets/c/data.bin': 'x' },
      [['IDENTITY_AMBIGUOUS', at('a')]],
    ],
    [
      'a declaration in error, but not that its identity would be derived',
      { [REGISTRY]: registryV2({ a: 1, b: 2 }), [at('a')]: assetV2('a', { inputs: {} }) },
      [['ASSET_NO_INPUTS', at('a')]],
    ],
    ['a name that is not portable', { 'assets/b/aux.txt': 'x' }, [['PATH_NOT_PORTABLE', 'assets/b/aux.txt']]],
  ])('%s', async (_, change, expected) => {
    expect(await refusals({ ...SOUND, ...change })).toEqual(expected);
  });

  it('a record of version 2 whose identity cannot be decided, with the files that dispute it', async () => {
    const disputed = { a: assetV3('a', 1), b: assetV3('b', 2, { inputs: { main: ['none.bin'] } }), c: assetV3('c', 1) };
    expect(await refusals(workspaceOf(registryV2({ a: 1, b: 2 }), disputed))).toEqual([['IDENTITY_UNDECIDED', REGISTRY]]);
    const derivedElsewhere = workspaceOf(registryV2({ a: 1 }), { a: assetV2('a'), b: assetV3('b', 2, { asset_uuid: derivedUuid(1) }) });
    expect(await refusals(derivedElsewhere)).toContainEqual(['IDENTITY_UNDECIDED', REGISTRY]);
    const unreadable = workspaceOf(registryV2({ a: 1, b: 2 }), { a: '{', b: assetV3('b', 2, { inputs: { main: ['none.bin'] } }) });
    expect(await refusals(unreadable)).toEqual([
      ['IDENTITY_UNDECIDED', REGISTRY],
      ['JSON_SYNTAX', at('a')],
    ]);
  });

  it('names every file that fails, not the first alone', async () => {
    const files = workspaceOf(registryV3({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }), {
      a: assetV3('a', 1),
      b: assetV2('b'),
      c: assetV3('c', 3, { preload: 'yes' }),
      d: assetV3('d', 4, { inputs: {} }),
      e: '{"schema_version": 7}',
      f: assetV2('f', { inputs: { main: 5 } }),
      g: assetV3('g', 7),
    });
    const host = createMemoryWorkspace(files);
    const before = host.files();
    const failure = (await planMigration(host))._unsafeUnwrapErr();
    const failed = new Set(failure.map(({ location }) => ('file' in location ? location.file : '')));
    expect([...failed]).toEqual([at('c'), at('d'), at('e'), at('f')]);
    expect(failure.filter(({ severity }) => severity !== 'error')).toEqual([]);
    expect(host.files()).toEqual(before);
  });

  it('to derive an identity without recording it in the same plan', async () => {
    const files = workspaceOf(registryV2({ a: 1, b: 2 }), { a: assetV2('a'), b: assetV3('b', 2) });
    const failure = (await planMigration(createMemoryWorkspace(files), { roots: ['a', 'b'] }))._unsafeUnwrapErr();
    expect(failure).toMatchObject([
      { code: 'MIGRATION_NEEDS_REGISTRY', location: { file: at('a') }, data: { root: 'a', uuid: derivedUuid(1) } },
    ]);
  });

  it('names that nothing has, all of them', async () => {
    const failure = (await planMigration(createMemoryWorkspace(SOUND), { roots: ['x', 'a', 'assets', 'A'] }))._unsafeUnwrapErr();
    expect(failure.map(({ code, data }) => [code, data])).toEqual([
      ['MIGRATION_ROOT_NOT_FOUND', { root: 'A' }],
      ['MIGRATION_ROOT_NOT_FOUND', { root: 'assets' }],
      ['MIGRATION_ROOT_NOT_FOUND', { root: 'x' }],
    ]);
    expect(await refusals({ 'assets/a/data.bin': 'x' }, { roots: [REGISTRY] })).toEqual([['MIGRATION_ROOT_NOT_FOUND', '']]);
  });

  it('everything below its current version, where only current ones are accepted', async () => {
    const found = await refusals(SOUND, { requireCurrent: true });
    expect(found).toEqual([
      ['VERSION_NOT_CURRENT', REGISTRY],
      ['VERSION_NOT_CURRENT', at('a')],
      ['VERSION_NOT_CURRENT', at('b')],
    ]);
    expect(await refusals(workspaceOf(null, {}), { requireCurrent: true })).toEqual([['WORKSPACE_NO_ASSETS_FOLDER', 'assets']]);
  });

  it('a workspace that changes while it is planned', async () => {
    const host = createMemoryWorkspace(SOUND);
    let reads = 0;
    const read: typeof host.read = {
      ...host.read,
      readFiles(requests, visit, options) {
        reads += requests.some(({ path }) => path === at('b')) ? 1 : 0;
        if (reads === 2) host.set(at('b'), assetV3('b', 2, { preload: true }));
        return host.read.readFiles(requests, visit, options);
      },
    };
    const failure = (await planMigration({ ...host, read }))._unsafeUnwrapErr();
    expect(failure).toMatchObject([{ code: 'PLAN_STALE', data: { differences: [{ path: at('b') }] } }]);
  });
});

describe('planMigration goes on beside', () => {
  it.each<[string, Files]>([
    ['a source that is no PNG', { [at('a')]: assetV2('a', { type: 'tile_bank', output: { format: 'png', codec: 'none' } }) }],
    ['a source that is missing', { [at('b')]: assetV3('b', 2, { inputs: { main: ['none.bin'] } }) }],
    ['two assets of one name', { [at('a')]: assetV2('b') }],
    ['an orphan', { [REGISTRY]: registryV3({ a: 1, b: 2, gone: 3 }) }],
    ['a copy of a declaration that keeps its own claim', { [at('c')]: assetV3('c', 2), 'assets/c/data.bin': 'x' }],
    ['a conflict of claim and record', { [at('b')]: assetV3('b', 3) }],
    ['a claim that is no uuid', { [at('b')]: assetV3('b', 2, { asset_uuid: 'x' }) }],
    ['a claim in another spelling', { [at('b')]: assetV3('b', 2, { asset_uuid: uuid(2).toUpperCase() }) }],
    ['a current declaration in error', { [at('c')]: assetV4('c', 3, { preload: 7 }) }],
    ['an asset.json of version 2 that nobody registered', { [at('c')]: assetV2('c'), 'assets/c/pixels.png': soundPng }],
  ])('%s', async (_, change) => {
    expect(await migrated({ ...SOUND, ...change })).toEqual(expect.arrayContaining([REGISTRY, at('a'), at('b')]));
  });

  it('keeps the identity, in whatever class it is', async () => {
    const files = { ...SOUND, [at('b')]: assetV3('b', 3), [at('c')]: assetV3('c', 3), 'assets/c/data.bin': 'x' };
    const { plan } = (await planMigration(createMemoryWorkspace(files)))._unsafeUnwrap().value;
    expect(plan.identityChanges.map(({ kind, root }) => [kind, root])).toEqual([['claim-added', 'a']]);
  });
});
