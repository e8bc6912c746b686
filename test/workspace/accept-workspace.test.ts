import { describe, expect, it } from 'vitest';
import { JSON_BUDGETS } from '../../src/codec/json/read-json.js';
import { nameUuid } from '../../src/codec/name-uuid.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createMemoryWorkspace, type MemoryWorkspaceOptions } from '../../src/memory/create-memory-workspace.js';
import { defaultSourceBudgets } from '../../src/sources/source-budgets.js';
import { readSnapshot } from '../../src/workspace/read-snapshot.js';
import { declarationV2, declarationV3, registryV2, registryV3 } from './earlier-versions.js';
import { declaration, registry, uuid, workspace } from './workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
const options = { compute: portableCompute, json: JSON_BUDGETS, sources: defaultSourceBudgets };
const read = async (files: Record<string, string>, requireCurrent = false, memory: MemoryWorkspaceOptions = {}) =>
  (await readSnapshot(createMemoryWorkspace(files, memory).read, { ...options, requireCurrent }))._unsafeUnwrap();
const codesOf = ({ diagnostics }: Awaited<ReturnType<typeof read>>) =>
  diagnostics.map(({ code, location }) => [code, location.kind === 'text' ? `${location.file}#${location.pointer}` : location.kind]);

const data = (...roots: readonly string[]) => Object.fromEntries(roots.map((root) => [`assets/${root}/data.bin`, `bytes of ${root}`]));
const derived = (id: number) => nameUuid(uuid(15), `asset:${id}`);
const step = (id: string, from: number, outcome = 'succeeded') => ({ id, from, to: from + 1, outcome });
const ASSET_STEPS = [step('asset-2-to-3', 2), step('asset-3-to-4', 3)];
const REGISTRY_STEPS = [step('registry-2-to-3', 2), step('registry-3-to-4', 3)];

describe('acceptWorkspace', () => {
  it('has nothing to migrate in a workspace of current versions', async () => {
    const snapshot = await read(workspace({ a: 1 }), true);
    expect([snapshot.registryVersion, snapshot.registryMigration, snapshot.buildBlocked]).toEqual([4, null, false]);
    expect(snapshot.assets.map(({ version, migration }) => [version, migration])).toEqual([[4, null]]);
    expect(snapshot.diagnostics).toEqual([]);
  });

  it('gives a declaration without identity the one that is recorded for its root, and tells what is pending', async () => {
    const snapshot = await read({
      [REGISTRY]: registry({ a: 1, b: 2 }),
      'assets/a/asset.json': declarationV2(1, { my_note: 'kept' }),
      'assets/b/asset.json': declarationV3(2),
      ...data('a', 'b'),
    });
    const { assets } = snapshot;
    expect(assets.map(({ version, migration }) => [version, migration])).toEqual([
      [2, { from: 2, to: 4, steps: ASSET_STEPS, unknownKeys: ['/my_note'], identity: { uuid: uuid(1), origin: 'recorded' } }],
      [3, { from: 3, to: 4, steps: [ASSET_STEPS[1]], unknownKeys: [], identity: null }],
    ]);
    expect(assets.map(({ identity, blocked }) => [identity.class, identity.claim, blocked])).toEqual([
      ['ok', { kind: 'valid', uuid: uuid(1) }, false],
      ['ok', { kind: 'valid', uuid: uuid(2) }, false],
    ]);
    expect(assets.map(({ body }) => [body?.inputs, body?.preload])).toEqual([
      [{ main: ['data.bin'] }, { enabled: true }],
      [{ main: ['data.bin'] }, { enabled: true }],
    ]);
    expect([snapshot.registryVersion, snapshot.registryMigration, snapshot.blocked]).toEqual([4, null, false]);
    expect(codesOf(snapshot)).toEqual([
      ['MIGRATION_PENDING', 'assets/a/asset.json#/schema_version'],
      ['VERSION_DEPRECATED', 'assets/a/asset.json#/schema_version'],
      ['STRUCTURE_UNKNOWN_KEY', 'assets/a/asset.json#/my_note'],
      ['MIGRATION_PENDING', 'assets/b/asset.json#/schema_version'],
    ]);
    const pending = snapshot.diagnostics.filter(({ code }) => code === 'MIGRATION_PENDING');
    expect(pending.map(({ found, identity }) => [found, identity?.implicated])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('gives a record without identity the one that its folder claims', async () => {
    const snapshot = await read({
      [REGISTRY]: registryV2({ a: 1, b: 2 }),
      'assets/a/asset.json': declaration(11),
      'assets/b/asset.json': declarationV3(12, { asset_uuid: `{${uuid(12)}}` }),
      ...data('a', 'b'),
    });
    expect(snapshot.registry?.assets.map(({ root, asset_uuid, included_in_build }) => [root, asset_uuid, included_in_build])).toEqual([
      ['a', uuid(11), true],
      ['b', uuid(12), true],
    ]);
    expect([snapshot.registryVersion, snapshot.registryMigration]).toEqual([
      2,
      { from: 2, to: 4, steps: REGISTRY_STEPS, unknownKeys: [], identity: null },
    ]);
    expect(snapshot.assets.map(({ identity, blocked, migration }) => [identity.class, blocked, migration?.identity])).toEqual([
      ['ok', false, undefined],
      ['spelling', true, null],
    ]);
    expect(codesOf(snapshot)).toEqual([
      ['MIGRATION_PENDING', `${REGISTRY}#/schema_version`],
      ['VERSION_DEPRECATED', `${REGISTRY}#/schema_version`],
      ['MIGRATION_PENDING', 'assets/b/asset.json#/schema_version'],
      ['IDENTITY_SPELLING', 'assets/b/asset.json#/asset_uuid'],
    ]);
  });

  it('derives an identity where neither has one, and keeps the asset from being built until it is on disk', async () => {
    const files = {
      [REGISTRY]: registryV2({ a: 1, b: 2, gone: 3 }),
      'assets/a/asset.json': declarationV2(1),
      'assets/b/asset.json': declaration(12),
      ...data('a', 'b'),
    };
    const snapshot = await read(files);
    expect(snapshot.assets.map(({ root, identity, blocked, migration }) => [root, identity.class, blocked, migration?.identity])).toEqual([
      ['a', 'ok', true, { uuid: derived(1), origin: 'derived' }],
      ['b', 'ok', false, undefined],
      ['gone', 'orphan', true, undefined],
    ]);
    expect(snapshot.registry?.assets.map(({ asset_uuid }) => asset_uuid)).toEqual([derived(1), uuid(12), derived(3)]);
    const told = snapshot.diagnostics.filter(({ code }) => code === 'IDENTITY_DERIVED');
    expect(told).toMatchObject([
      {
        severity: 'error',
        artifact: 'asset',
        location: { kind: 'text', file: 'assets/a/asset.json', pointer: '' },
        data: { root: 'a', assetId: 1, uuid: derived(1) },
        found: 2,
        supported: { range: '>=2 <5', oldest: 2, current: 4 },
        migration: { attempted: true, steps: ASSET_STEPS, outcome: 'succeeded' },
        identity: { implicated: true, fields: ['asset_uuid'], registry: true },
        manualAction: { required: true },
        blocks: { build: true, studio: false },
      },
    ]);
    expect(snapshot.blocked).toBe(false);
  });

  it('leaves a declaration without identity and without a record as it is', async () => {
    for (const known of [registry({ a: 1 }), registryV3({ a: 1 })]) {
      const files = { ...workspace({ a: 1 }), [REGISTRY]: known, 'assets/b/asset.json': declarationV2(2), ...data('b') };
      const snapshot = await read(files, true);
      const b = snapshot.assets.find(({ root }) => root === 'b');
      expect([b?.version, b?.migration, b?.identity.class, b?.body?.name, b?.inputs.length, b?.blocked]).toEqual([
        2,
        null,
        'unregistered',
        'asset-2',
        1,
        false,
      ]);
      expect(codesOf(snapshot).filter(([, at]) => at?.startsWith('assets/b/'))).toEqual([
        ['IDENTITY_UNREGISTERED', 'assets/b/asset.json#'],
        ['VERSION_DEPRECATED', 'assets/b/asset.json#/schema_version'],
      ]);
    }
  });

  it('declares nothing while there is no registry, or it cannot be read', async () => {
    const files = { 'assets/a/asset.json': declarationV2(1), ...data('a') };
    for (const [known, name] of [
      [{}, 'unregistered'],
      [{ [REGISTRY]: '{' }, 'unreadable'],
      [{ [REGISTRY]: registryV2({ a: 1 }, { project_uuid: 'me' }) }, 'unreadable'],
    ] as const) {
      const { assets } = await read({ ...files, ...known });
      expect(assets.map(({ migration, identity, body }) => [migration, identity.class, body?.name])).toEqual([[null, name, 'asset-1']]);
    }
  });

  it('does not migrate a registry while a record of it gets no identity, and tells why at each such record', async () => {
    const snapshot = await read({
      [REGISTRY]: registryV2({ a: 1, b: 2, c: 3, d: 4 }),
      'assets/a/asset.json': declaration(11),
      'assets/b/asset.json': declaration(12),
      'assets/copy/asset.json': declaration(12),
      'assets/c/asset.json': declaration(13, { asset_uuid: undefined }),
      'assets/d/asset.json': '{',
      ...data('a', 'b', 'c', 'copy'),
    });
    const undecided = snapshot.diagnostics.filter(({ code }) => code === 'IDENTITY_UNDECIDED');
    expect(undecided.map(({ data: told, location }) => [told, location.kind === 'text' && location.pointer])).toEqual([
      [{ root: 'b', assetId: 2, reason: 'ambiguous', others: ['copy'], otherCount: 1 }, '/assets/1'],
      [{ root: 'c', assetId: 3, reason: 'lost', others: [], otherCount: 0 }, '/assets/2'],
      [{ root: 'd', assetId: 4, reason: 'unreadable', others: [], otherCount: 0 }, '/assets/3'],
    ]);
    expect(undecided[0]).toMatchObject({
      severity: 'error',
      artifact: 'registry',
      found: 2,
      supported: { range: '>=2 <5', oldest: 2, current: 4 },
      migration: { attempted: false, steps: [], outcome: 'not-attempted' },
      identity: { implicated: true, registry: true },
      manualAction: { required: true },
      blocks: { build: true, studio: true },
    });
    expect([snapshot.registry, snapshot.registryVersion, snapshot.registryMigration, snapshot.blocked]).toEqual([null, 2, null, true]);
    expect(snapshot.assets.map(({ root, identity }) => [root, identity.class])).toEqual([
      ['a', 'unreadable'],
      ['b', 'ambiguous'],
      ['c', 'unreadable'],
      ['copy', 'ambiguous'],
      ['d', 'unreadable'],
    ]);
  });

  it('takes a key of a later version for evidence: what a declaration claims by it is not replaced by a derived identity', async () => {
    const snapshot = await read({
      [REGISTRY]: registryV2({ a: 1 }),
      'assets/a/asset.json': declarationV2(1, { asset_uuid: uuid(11) }),
      ...data('a'),
    });
    expect(snapshot.registry?.assets.map(({ asset_uuid }) => asset_uuid)).toEqual([uuid(11)]);
    expect(snapshot.assets.map(({ body, blocked, identity }) => [body, blocked, identity.class])).toEqual([[null, true, 'ok']]);
  });

  it('disputes a recorded identity that another folder claims, whatever the version of the declaration at its root', async () => {
    const snapshot = await read({
      [REGISTRY]: registry({ a: 1 }),
      'assets/a/asset.json': declarationV2(1),
      'assets/b/asset.json': declaration(1, { name: 'b' }),
      ...data('a', 'b'),
    });
    expect(snapshot.assets.map(({ identity, migration, blocked }) => [identity.class, identity.others, migration, blocked])).toEqual([
      ['ambiguous', ['b'], null, true],
      ['ambiguous', ['a'], null, true],
    ]);
    expect(snapshot.registry).not.toBe(null);
  });

  it('asked for current versions only, makes an error of everything pending, which blocks builds and no mutation', async () => {
    const files = { ...workspace({ a: 1, b: 2 }), [REGISTRY]: registryV3({ a: 1, b: 2 }), 'assets/a/asset.json': declarationV3(1) };
    const snapshot = await read(files, true);
    expect(codesOf(snapshot)).toEqual([
      ['VERSION_NOT_CURRENT', `${REGISTRY}#/schema_version`],
      ['VERSION_NOT_CURRENT', 'assets/a/asset.json#/schema_version'],
    ]);
    expect([snapshot.blocked, snapshot.buildBlocked]).toEqual([false, true]);
    expect(snapshot.assets.map(({ blocked }) => blocked)).toEqual([true, false]);
    expect((await read(files)).buildBlocked).toBe(false);
  });

  it('is the same in whatever order the host lists and answers', async () => {
    const files = {
      [REGISTRY]: registryV2({ a: 1, b: 2, c: 3 }),
      'assets/a/asset.json': declarationV2(1),
      'assets/b/asset.json': declarationV3(12),
      'assets/b2/asset.json': declarationV3(12),
      'assets/x/asset.json': declarationV2(9),
      ...data('a', 'b', 'b2', 'x'),
    };
    const sorted = await read(files);
    for (let seed = 0; seed < 20; seed++) expect(await read(files, false, { order: 'shuffled', seed })).toEqual(sorted);
  });
});
