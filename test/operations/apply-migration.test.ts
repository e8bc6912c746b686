import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applyPlan, build, portableCompute, type ApplyPlanOptions, type Plan } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { verifyMigration } from '../../src/artifacts/verify-migration.js';
import { planMigration } from '../../src/operations/plan-migration.js';
import { planDigest } from '../../src/plans/plan-digest.js';
import { makeTempFolder } from '../node/temp-folder.js';
import { visible } from '../plans/bench.js';
import { uuid } from '../workspace/workspaces.js';
import { assetV2, assetV3, assetV4, derivedUuid, PROJECT, REGISTRY, registryV2, registryV3, workspaceOf } from './versioned-workspace.js';

const plan = async (host: MemoryWorkspace) => (await planMigration(host))._unsafeUnwrap().value;

const refusals = async (host: MemoryWorkspace, made: Plan, options: ApplyPlanOptions = {}) =>
  (await applyPlan(host, made, options)).match(
    () => [],
    (failure) => failure.map(({ code, data }) => [code, data]),
  );

const DERIVING = workspaceOf(registryV2({ a: 1, b: 2, c: 3 }), { a: assetV2('a'), b: assetV2('b', { preload: true }), c: assetV3('c', 3) });

const CLAIMED = workspaceOf(registryV2({ a: 1, b: 2, c: 3 }), {
  a: assetV3('a', 1, { preload: true }),
  b: assetV3('b', 2),
  c: assetV4('c', 3, { preload: { enabled: true, slot: 0 } }),
});

describe('applying a migration that derives identities', () => {
  const [one, two] = [derivedUuid(1), derivedUuid(2)].sort();

  it.each<[string, ApplyPlanOptions['consent'] | ((made: Plan) => ApplyPlanOptions['consent'])]>([
    ['each uuid', { uuids: [derivedUuid(2), derivedUuid(1)] }],
    ['the digest of the plan', (made) => ({ planDigest: made.digest })],
    ['both', (made) => ({ uuids: [derivedUuid(1)], planDigest: made.digest })],
  ])('is done with consent to %s', async (_, consent) => {
    const host = createMemoryWorkspace(DERIVING);
    const { plan: made } = await plan(host);
    const given = typeof consent === 'function' ? consent(made) : consent;
    expect((await applyPlan(host, made, { ...(given && { consent: given }) }))._unsafeUnwrap().value.state).toBe('applied');
    expect((await plan(host)).report).toMatchObject({ files: [], derived: [], upToDate: 4 });
  });

  it.each<[string, ApplyPlanOptions, readonly unknown[]]>([
    ['no consent', {}, [['PLAN_CONSENT_MISSING', { uuids: [one, two] }]]],
    ['consent to one', { consent: { uuids: [derivedUuid(1)] } }, [['PLAN_CONSENT_MISSING', { uuids: [derivedUuid(2)] }]]],
    [
      'consent to what is claimed, not derived',
      { consent: { uuids: [derivedUuid(1), derivedUuid(2), uuid(3)] } },
      [['PLAN_CONSENT_UNKNOWN', { uuids: [uuid(3)], planDigest: null }]],
    ],
    [
      'consent to another plan',
      { consent: { planDigest: 'f'.repeat(64) } },
      [
        ['PLAN_CONSENT_MISSING', { uuids: [one, two] }],
        ['PLAN_CONSENT_UNKNOWN', { uuids: [], planDigest: 'f'.repeat(64) }],
      ],
    ],
  ])('is refused with %s, before anything is locked or written', async (_, options, expected) => {
    const host = createMemoryWorkspace(DERIVING);
    const { plan: made } = await plan(host);
    const before = host.files();
    const locks: string[] = [];
    const watched = {
      ...host,
      write: { ...host.write, lock: (...args: Parameters<typeof host.write.lock>) => (locks.push('lock'), host.write.lock(...args)) },
    };
    expect(await refusals(watched, made, options)).toEqual(expected);
    expect(locks).toEqual([]);
    expect(host.files()).toEqual(before);
  });

  it('is refused where the plan hides that it derives, or shows it as something else', async () => {
    const host = createMemoryWorkspace(DERIVING);
    const { plan: made } = await plan(host);
    const forge = (content: Plan): Plan => ({ ...content, digest: planDigest(content, portableCompute) ?? '' });
    const hidden = forge({ ...made, identityChanges: made.identityChanges.filter(({ kind }) => kind !== 'identity-derived') });
    const renamed = forge({ ...made, identityChanges: made.identityChanges.map((change) => ({ ...change, kind: 'identity-recorded' })) });
    const otherUuid = forge(JSON.parse(JSON.stringify(made).replaceAll(derivedUuid(1), uuid(7))) as Plan);
    for (const forged of [hidden, renamed, otherUuid]) {
      const codes = (await refusals(host, forged, { consent: { planDigest: forged.digest } })).map(([code]) => code);
      expect([...new Set(codes)]).toEqual(['PLAN_MALFORMED']);
    }
  });
});

describe('applying a migration', () => {
  it('needs no consent where nothing is derived, and finds nothing to do the second time', async () => {
    const host = createMemoryWorkspace(CLAIMED);
    const made = JSON.parse(JSON.stringify((await plan(host)).plan)) as Plan;
    expect((await applyPlan(host, made))._unsafeUnwrap().value).toMatchObject({
      state: 'applied',
      written: [REGISTRY, 'assets/a/asset.json', 'assets/b/asset.json'],
    });
    const files = host.files();
    const second = (await plan(host)).plan;
    expect(second.edits).toEqual([]);
    expect((await applyPlan(host, second))._unsafeUnwrap().value.state).toBe('nothing-to-do');
    expect(host.files()).toEqual(files);
  });

  it.each([
    ['a declaration that it migrates', 'assets/a/asset.json', assetV3('a', 1, { preload: false })],
    ['a declaration that it only read', 'assets/c/asset.json', assetV4('c', 3)],
    ['a new declaration', 'assets/d/asset.json', assetV4('d', 4)],
    ['the registry', REGISTRY, registryV2({ a: 1, b: 2 })],
  ])('is stale after %s was edited, and overwrites nothing', async (_, path, text) => {
    const host = createMemoryWorkspace(CLAIMED);
    const { plan: made } = await plan(host);
    host.set(path, text);
    const before = visible(host);
    expect((await refusals(host, made)).map(([code]) => code)).toEqual(['PLAN_STALE']);
    expect(visible(host)).toEqual(before);
  });

  it('changes nothing of the archive', async () => {
    const migrated = createMemoryWorkspace(CLAIMED);
    const untouched = createMemoryWorkspace(CLAIMED);
    (await applyPlan(migrated, (await plan(migrated)).plan))._unsafeUnwrap();
    const warnings = (await build(untouched))._unsafeUnwrap().diagnostics.map(({ code }) => code);
    expect(warnings).toContain('MIGRATION_PENDING');
    expect((await build(migrated))._unsafeUnwrap().diagnostics.map(({ code }) => code)).not.toContain('MIGRATION_PENDING');
    const outputs = (host: MemoryWorkspace) => [...host.files()].filter(([path]) => path.startsWith('build/'));
    expect(outputs(migrated).map(([path]) => path)).toHaveLength(4);
    expect(outputs(migrated)).toEqual(outputs(untouched));
  });

  it('is what its certificates say, file by file', async () => {
    const host = createMemoryWorkspace(DERIVING);
    const { plan: made, report } = await plan(host);
    const before = host.files();
    (await applyPlan(host, made, { consent: { planDigest: made.digest } }))._unsafeUnwrap();
    const after = host.files();
    const bytes = (files: ReadonlyMap<string, Uint8Array>, path: string) => files.get(path) ?? new Uint8Array();
    expect(report.files).toHaveLength(4);
    for (const { file, certificate } of report.files) {
      expect(verifyMigration(JSON.parse(JSON.stringify(certificate)), bytes(before, file), bytes(after, file))).toEqual([]);
      expect(verifyMigration(certificate, bytes(before, file), bytes(before, file))).not.toEqual([]);
    }
  });
});

describe('two clones that are migrated apart', () => {
  const roots = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`group-${index % 3}/asset ${index}`, index + 20]));
  const files = workspaceOf(
    registryV2(roots),
    Object.fromEntries(
      Object.keys(roots).map((root, index) => [
        root,
        index % 4 === 0 ? assetV3(`n${index}`, index % 16, { preload: true }) : assetV2(`n${index}`),
      ]),
    ),
  );

  it('agree byte for byte, whatever the order of listings, and on a disk', async () => {
    const states: Record<string, string>[] = [];
    const digests = new Set<string>();
    for (const seed of [1, 2, 3]) {
      const host = createMemoryWorkspace(seed === 1 ? files : Object.entries(files).reverse(), { order: 'shuffled', seed });
      const { plan: made } = await plan(host);
      digests.add(made.digest);
      (await applyPlan(host, made, { consent: { planDigest: made.digest } }))._unsafeUnwrap();
      states.push(visible(host));
    }
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);

    const { folder, remove } = makeTempFolder();
    onTestFinished(remove);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const disk = openNodeWorkspace(folder)._unsafeUnwrap();
    const onDisk = (await planMigration(disk))._unsafeUnwrap().value.plan;
    digests.add(onDisk.digest);
    expect(digests.size).toBe(1);
    (await applyPlan(disk, onDisk, { consent: { planDigest: onDisk.digest } }))._unsafeUnwrap();
    const memory = createMemoryWorkspace(Object.keys(files).map((path) => [path, readFileSync(join(folder, path))] as const));
    expect(visible(memory)).toEqual(states[0]);
  });

  it('in another project they get other identities', async () => {
    const other = { ...DERIVING, [REGISTRY]: (DERIVING[REGISTRY] ?? '').replace(PROJECT, uuid(5)) };
    const [here, there] = [await plan(createMemoryWorkspace(DERIVING)), await plan(createMemoryWorkspace(other))];
    const uuids = [...here.report.derived, ...there.report.derived].map(({ uuid: derived }) => derived);
    expect(new Set(uuids).size).toBe(4);
  });
});

it('a registry of version 3 loses nothing: numbers, order of the counter and records stay', async () => {
  const host = createMemoryWorkspace(
    workspaceOf(registryV3({ b: 2, a: 1 }, { next_asset_id: 4_294_967_295 }), { a: assetV3('a', 1), b: assetV3('b', 2) }),
  );
  const { plan: made } = await plan(host);
  (await applyPlan(host, made))._unsafeUnwrap();
  const registry: unknown = JSON.parse(new TextDecoder().decode(host.files().get(REGISTRY)));
  expect(registry).toMatchObject({ next_asset_id: 4_294_967_295, assets: [{ asset_id: 1 }, { asset_id: 2 }] });
});
