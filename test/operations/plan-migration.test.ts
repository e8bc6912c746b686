import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { planMigration, type MigrationOptions } from '../../src/operations/plan-migration.js';
import { uuid } from '../workspace/workspaces.js';
import { assetV2, assetV3, assetV4, derivedUuid, PROJECT, REGISTRY, registryV2, registryV3, workspaceOf } from './versioned-workspace.js';

const migrate = async (files: Record<string, string>, options: MigrationOptions = {}) => {
  const { value, diagnostics } = (await planMigration(createMemoryWorkspace(files), options))._unsafeUnwrap();
  const after = (path: string): unknown => {
    const edit = value.plan.edits.find((it) => it.path === path);
    return edit?.kind === 'text' && edit.after !== null ? JSON.parse(edit.after) : null;
  };
  return { ...value, diagnostics, after, codes: diagnostics.map(({ code }) => code), paths: value.plan.edits.map(({ path }) => path) };
};

const MIXED = workspaceOf(registryV2({ a: 1, b: 2, c: 3, gone: 9 }), {
  a: assetV2('a', { preload: true }),
  b: assetV3('b', 2, { preload: false, my_tool: { '2': 1.5 } }),
  c: assetV4('c', 3),
});

describe('planMigration', () => {
  it('brings everything to the current version in one plan, identities recorded where claimed and else derived', async () => {
    const { plan, after, paths } = await migrate(MIXED);
    expect(plan.kind).toBe('migrate');
    expect(paths).toEqual([REGISTRY, 'assets/a/asset.json', 'assets/b/asset.json']);
    expect(after(REGISTRY)).toEqual({
      schema_version: 4,
      project_uuid: PROJECT,
      next_asset_id: 10,
      assets: [
        { asset_id: 1, asset_uuid: derivedUuid(1), root: 'a', included_in_build: true },
        { asset_id: 2, asset_uuid: uuid(2), root: 'b', included_in_build: true },
        { asset_id: 3, asset_uuid: uuid(3), root: 'c', included_in_build: true },
        { asset_id: 9, asset_uuid: derivedUuid(9), root: 'gone', included_in_build: true },
      ],
      retired: [],
    });
    expect(after('assets/a/asset.json')).toEqual({
      schema_version: 4,
      asset_uuid: derivedUuid(1),
      name: 'a',
      type: 'data_bank',
      output: { format: 'raw', codec: 'none' },
      inputs: { main: ['data.bin'] },
      preload: { enabled: true },
    });
    expect(after('assets/b/asset.json')).toMatchObject({ asset_uuid: uuid(2), preload: { enabled: false }, my_tool: { '2': 1.5 } });
  });

  it('tells each identity change once, with the class it is of', async () => {
    const { plan } = await migrate(MIXED);
    expect(plan.identityChanges.map(({ kind, root, before, after }) => [kind, root, before?.asset_uuid, after])).toEqual([
      ['identity-derived', 'a', null, { asset_uuid: derivedUuid(1), asset_id: 1, root: 'a' }],
      ['identity-recorded', 'b', null, { asset_uuid: uuid(2), asset_id: 2, root: 'b' }],
      ['identity-recorded', 'c', null, { asset_uuid: uuid(3), asset_id: 3, root: 'c' }],
      ['identity-derived', 'gone', null, { asset_uuid: derivedUuid(9), asset_id: 9, root: 'gone' }],
    ]);
    expect(plan.identityChanges.filter(({ evidence }) => evidence === '')).toEqual([]);
  });

  it('reports every file as data', async () => {
    const { plan, report } = await migrate(MIXED);
    const supported = { range: '>=2 <5', oldest: 2, current: 4 };
    const deprecated = { version: 2, removedIn: '2.0.0' };
    const diffs = new Map(plan.edits.map((edit) => [edit.path, edit.kind === 'text' ? edit.diff : '']));
    const shared = { supported, target: 4, changes: true };
    expect(report.files).toMatchObject([
      {
        ...shared,
        artifact: 'registry',
        file: REGISTRY,
        found: 2,
        deprecated,
        steps: [
          { id: 'registry-2-to-3', from: 2, to: 3, outcome: 'succeeded' },
          { id: 'registry-3-to-4', from: 3, to: 4, outcome: 'succeeded' },
        ],
        identity: { effect: 'declared', uuid: null, origin: null },
        unknownKeys: [],
        diff: diffs.get(REGISTRY),
        blocks: { build: true, studio: false },
      },
      {
        ...shared,
        artifact: 'asset',
        file: 'assets/a/asset.json',
        found: 2,
        deprecated,
        steps: [
          { id: 'asset-2-to-3', from: 2, to: 3, outcome: 'succeeded' },
          { id: 'asset-3-to-4', from: 3, to: 4, outcome: 'succeeded' },
        ],
        identity: { effect: 'declared', uuid: derivedUuid(1), origin: 'derived' },
        unknownKeys: [],
        diff: diffs.get('assets/a/asset.json'),
        blocks: { build: true, studio: false },
      },
      {
        ...shared,
        artifact: 'asset',
        file: 'assets/b/asset.json',
        found: 3,
        deprecated: null,
        steps: [{ id: 'asset-3-to-4', from: 3, to: 4, outcome: 'succeeded' }],
        identity: { effect: 'none', uuid: uuid(2), origin: null },
        unknownKeys: ['/my_tool'],
        diff: diffs.get('assets/b/asset.json'),
        blocks: { build: false, studio: false },
      },
    ]);
    expect(report.files.flatMap(({ steps }) => steps).filter(({ summary }) => !summary.endsWith('.'))).toEqual([]);
    expect(report.derived).toEqual([
      { root: 'a', asset_id: 1, uuid: derivedUuid(1) },
      { root: 'gone', asset_id: 9, uuid: derivedUuid(9) },
    ]);
    expect(report).toMatchObject({ leftOut: [], upToDate: 1 });
    expect(structuredClone(report)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('gives a declaration of version 2 what a newer registry records for it', async () => {
    const { plan, report, paths } = await migrate(workspaceOf(registryV3({ a: 1 }), { a: assetV2('a') }), { roots: ['a'] });
    expect(paths).toEqual(['assets/a/asset.json']);
    expect(report.files[0]).toMatchObject({
      identity: { effect: 'declared', uuid: uuid(1), origin: 'recorded' },
      blocks: { build: false },
    });
    expect(plan.identityChanges).toMatchObject([{ kind: 'claim-added', root: 'a', after: { asset_uuid: uuid(1) } }]);
    expect(report.derived).toEqual([]);
  });

  it('has nothing to do where everything is current', async () => {
    const files = workspaceOf(registryV2({}), {});
    const current = workspaceOf(JSON.stringify((await migrate(files)).after(REGISTRY)), { stray: assetV4('stray', 5) });
    const { plan, report } = await migrate(current);
    expect(plan).toMatchObject({ edits: [], identityChanges: [] });
    expect(report).toEqual({ files: [], leftOut: [], derived: [], upToDate: 2 });
    expect((await migrate({ 'assets/a/data.bin': 'x' })).report).toEqual({ files: [], leftOut: [], derived: [], upToDate: 0 });
  });

  it('leaves a declaration of version 2 without a record as it is, and migrates the others', async () => {
    const { paths, report } = await migrate(workspaceOf(registryV3({ b: 2 }), { a: assetV2('a'), b: assetV3('b', 2) }));
    expect(paths).toEqual([REGISTRY, 'assets/b/asset.json']);
    expect(report).toMatchObject({ leftOut: [{ file: 'assets/a/asset.json', reason: 'unregistered' }], upToDate: 0 });
    const alone = await migrate(workspaceOf(null, { a: assetV2('a') }));
    expect(alone.report).toMatchObject({ files: [], leftOut: [{ file: 'assets/a/asset.json', reason: 'unregistered' }] });
  });

  it('migrates a declaration of version 3 that claims nothing, and invents nothing for it', async () => {
    const { after, plan, report } = await migrate(workspaceOf(registryV3({}), { a: assetV3('a', 1, { asset_uuid: undefined }) }));
    expect(after('assets/a/asset.json')).not.toHaveProperty('asset_uuid');
    expect(report.leftOut).toEqual([]);
    expect(plan.identityChanges).toEqual([]);
  });

  it('rests on everything that was read', async () => {
    const { plan } = await migrate(MIXED);
    expect(plan.preconditions.projectUuid).toBe(PROJECT);
    const files = plan.preconditions.files.map(({ path }) => path);
    expect(files).toEqual([REGISTRY, 'assets/a/asset.json', 'assets/b/asset.json', 'assets/c/asset.json']);
    expect(plan.preconditions.folders.map(({ path }) => path)).toContain('assets/c');
  });

  it('tells the warnings that stay, and not those that it mends', async () => {
    expect((await migrate(MIXED)).codes).toEqual(['STRUCTURE_UNKNOWN_KEY']);
    const partly = await migrate(MIXED, { roots: ['b'] });
    expect([...new Set(partly.codes)].sort()).toEqual(['MIGRATION_PENDING', 'STRUCTURE_UNKNOWN_KEY', 'VERSION_DEPRECATED']);
  });
});

describe('planMigration of some files', () => {
  it.each(['b', 'assets/b', 'assets/b/asset.json'])('takes %s for a root, and never the registry unasked', async (name) => {
    const { paths, report } = await migrate(MIXED, { roots: [name] });
    expect(paths).toEqual(['assets/b/asset.json']);
    expect(report.leftOut).toEqual([
      { file: REGISTRY, reason: 'not-asked-for' },
      { file: 'assets/a/asset.json', reason: 'not-asked-for' },
    ]);
    expect(report.derived).toEqual([]);
  });

  it('takes the registry by its path, alone or with others', async () => {
    expect((await migrate(MIXED, { roots: [REGISTRY] })).paths).toEqual([REGISTRY]);
    expect((await migrate(MIXED, { roots: [REGISTRY, 'a'] })).paths).toEqual([REGISTRY, 'assets/a/asset.json']);
  });

  it('prefers a root to a path where a name is both', async () => {
    const files = workspaceOf(registryV3({ a: 1, 'assets/a': 2 }), { a: assetV3('a', 1), 'assets/a': assetV3('b', 2) });
    expect((await migrate(files, { roots: ['assets/a'] })).paths).toEqual(['assets/assets/a/asset.json']);
  });

  it('has nothing to do for files that are current', async () => {
    expect((await migrate(MIXED, { roots: ['c'] })).report.files).toEqual([]);
    expect((await migrate(MIXED, { roots: [] })).report.files).toEqual([]);
  });

  it('goes on beside a declaration that is broken and not asked for', async () => {
    const files = { ...MIXED, 'assets/d/asset.json': '{', 'assets/e/asset.json': '{"schema_version":99}' };
    expect((await migrate(files, { roots: ['b'] })).paths).toEqual(['assets/b/asset.json']);
  });
});
