import { describe, expect, it } from 'vitest';
import { build, doctor, planBuild, verifyWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { nameUuid } from '../../src/codec/name-uuid.js';
import { declarationV2, declarationV3, registryV2, registryV3 } from '../workspace/earlier-versions.js';
import { declaration, registry, uuid } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
const SOURCES = Object.fromEntries(['a', 'b', 'c'].map((root) => [`assets/${root}/data.bin`, `bytes of ${root}`]));
const preload = { enabled: true };

/** The same project of current versions. */
const CURRENT: Record<string, string> = {
  ...SOURCES,
  [REGISTRY]: registry({ a: 1, b: 2, c: 3 }),
  'assets/a/asset.json': declaration(1, { preload }),
  'assets/b/asset.json': declaration(2, { preload }),
  'assets/c/asset.json': declaration(3),
};

async function outputsOf(files: Record<string, string>) {
  const host = createMemoryWorkspace(files);
  const built = (await build(host))._unsafeUnwrap();
  const verified = (await verifyWorkspace(host))._unsafeUnwrap();
  expect([verified.ok, verified.counts.error]).toEqual([true, 0]);
  const authored = [...host.files()].filter(([path]) => path.startsWith('assets/'));
  expect(Object.fromEntries(authored.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))).toEqual(files); // nothing was migrated
  return { codes: built.diagnostics.map(({ code }) => code), outputs: [...host.files()].filter(([path]) => path.startsWith('build/')) };
}

describe('a build of files of earlier versions', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    [
      'a declaration without identity, of which the registry has one',
      { ...CURRENT, 'assets/a/asset.json': declarationV2(1) },
      ['MIGRATION_PENDING', 'VERSION_DEPRECATED'],
    ],
    ['a declaration with identity', { ...CURRENT, 'assets/b/asset.json': declarationV3(2) }, ['MIGRATION_PENDING']],
    ['a registry with identities', { ...CURRENT, [REGISTRY]: registryV3({ a: 1, b: 2, c: 3 }) }, ['MIGRATION_PENDING']],
    [
      'a registry without identities, of declarations that have them',
      { ...CURRENT, [REGISTRY]: registryV2({ a: 1, b: 2, c: 3 }), 'assets/b/asset.json': declarationV3(2) },
      ['MIGRATION_PENDING', 'VERSION_DEPRECATED', 'MIGRATION_PENDING'],
    ],
    [
      'everything',
      {
        ...CURRENT,
        [REGISTRY]: registryV3({ a: 1, b: 2, c: 3 }),
        'assets/a/asset.json': declarationV2(1),
        'assets/b/asset.json': declarationV3(2),
      },
      ['MIGRATION_PENDING', 'MIGRATION_PENDING', 'VERSION_DEPRECATED', 'MIGRATION_PENDING'],
    ],
  ])('(%s) is told, writes no migration, and has the bytes that the migrated project gives', async (_, files, codes) => {
    const pending = await outputsOf(files);
    const current = await outputsOf(CURRENT);
    expect(current.outputs.map(([path]) => path)).toHaveLength(4);
    expect(pending.outputs).toEqual(current.outputs);
    const slots = current.codes;
    expect(slots).toEqual(['BUILD_SLOT_ASSIGNED', 'BUILD_SLOT_ASSIGNED']);
    expect(pending.codes.filter((code) => !slots.includes(code))).toEqual(codes);
  });

  it('publishes no identity that is not on disk', async () => {
    const derived = (id: number) => nameUuid(uuid(15), `asset:${id}`);
    const files = { ...CURRENT, [REGISTRY]: registryV2({ a: 1, b: 2, c: 3 }), 'assets/a/asset.json': declarationV2(1) };
    const host = createMemoryWorkspace(files);
    const before = host.files();
    const refused = (await build(host))._unsafeUnwrapErr();
    const errors = refused.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, data }) => [code, data])).toEqual([['IDENTITY_DERIVED', { root: 'a', assetId: 1, uuid: derived(1) }]]);
    expect(host.files()).toEqual(before);
    const { verdict } = (await doctor(host))._unsafeUnwrap();
    expect([verdict.mutate.can, verdict.build]).toEqual([true, { can: false, decidedBy: ['IDENTITY_DERIVED'] }]);

    host.set('assets/a/asset.json', declaration(1, { asset_uuid: derived(1), preload }));
    expect((await planBuild(host)).isOk()).toBe(true);
  });

  it('is refused where only current versions are accepted, which hinders no mutation', async () => {
    for (const file of [REGISTRY, 'assets/b/asset.json']) {
      const host = createMemoryWorkspace({ ...CURRENT, [file]: file === REGISTRY ? registryV3({ a: 1, b: 2, c: 3 }) : declarationV3(2) });
      const refused = (await build(host, { requireCurrent: true }))._unsafeUnwrapErr();
      expect(refused.map(({ code, severity, location }) => [code, severity, location.kind === 'text' && location.file])).toEqual([
        ['VERSION_NOT_CURRENT', 'error', file],
      ]);
      const { verdict } = (await doctor(host, { requireCurrent: true }))._unsafeUnwrap();
      expect([verdict.mutate.can, verdict.build]).toEqual([true, { can: false, decidedBy: ['VERSION_NOT_CURRENT'] }]);
      expect((await build(host)).isOk()).toBe(true);
    }
  });

  it('is refused, though empty, where the registry is not current and that is asked for', async () => {
    const host = createMemoryWorkspace({ 'assets/a/x': '', [REGISTRY]: registryV3({}) });
    expect((await build(host, { requireCurrent: true }))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['VERSION_NOT_CURRENT']);
    expect((await build(host)).isOk()).toBe(true);
  });
});
