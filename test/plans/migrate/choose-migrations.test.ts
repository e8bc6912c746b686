import { describe, expect, it } from 'vitest';
import { chooseMigrations, isUnregistered, type MigrationScope, resolveScope } from '../../../src/plans/migrate/choose-migrations.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import type { IdentityClass } from '../../../src/workspace/classify-identity.js';
import { assetV2, assetV3, assetV4, REGISTRY, registryV2, workspaceOf } from '../../operations/versioned-workspace.js';
import { workspace } from '../../workspace/workspaces.js';
import { snapshotOf } from '../snapshot-of.js';

const at = (root: string): string => `assets/${root}/asset.json`;
const MIXED = workspaceOf(registryV2({ a: 1, b: 2, c: 3, gone: 9 }), {
  b: assetV3('b', 2),
  a: assetV2('a'),
  c: assetV4('c', 3),
  '-new': assetV2('new'),
});
const snapshot = await snapshotOf(MIXED);
const scopeOf = (roots?: readonly string[], from = snapshot): MigrationScope => resolveScope(from, roots)._unsafeUnwrap();
const refused = (roots: readonly string[], from = snapshot) =>
  resolveScope(from, roots)
    ._unsafeUnwrapErr()
    .map(({ code, artifact, location, data }) => ({ code, artifact, location, data }));

describe('isUnregistered', () => {
  const pending = snapshot.assets.find(({ root }) => root === 'a')?.migration ?? null;

  it.each<[boolean, number | null, boolean, IdentityClass]>([
    [true, 2, false, 'unregistered'],
    [true, 3, false, 'unregistered'],
    [false, 4, false, 'unregistered'],
    [false, 1, false, 'unregistered'],
    [false, null, false, 'unregistered'],
    [false, 2, true, 'unregistered'],
    [false, 2, false, 'imported'],
  ])('is %s of version %j, where it is %s that a migration is pending, of class %s', (expected, version, isPending, name) => {
    const migration = isPending ? pending : null;
    expect(pending).not.toBeNull();
    expect(isUnregistered({ version, migration, identity: { class: name } } as Partial<AssetState> as AssetState)).toBe(expected);
  });
});

describe('resolveScope', () => {
  it('is everything where nothing is named', () => {
    const { hasRoot, hasRegistry } = scopeOf();
    expect([hasRoot('a'), hasRoot('elsewhere'), hasRegistry]).toEqual([true, true, true]);
  });

  it.each<[string, readonly string[], readonly string[], boolean]>([
    ['nothing', [], [], false],
    ['a root', ['a'], ['a'], false],
    ['a folder', ['assets/a'], ['a'], false],
    ['a declaration', [at('a')], ['a'], false],
    ['the registry', [REGISTRY], [], true],
    ['several', ['b', REGISTRY, at('a'), 'b'], ['a', 'b'], true],
  ])('is %s', (_, roots, expected, hasRegistry) => {
    const scope = scopeOf(roots);
    expect(snapshot.assets.map(({ root }) => root).filter(scope.hasRoot)).toEqual(expected);
    expect(scope.hasRegistry).toBe(hasRegistry);
  });

  it('takes a name for a root before it takes it for a path', async () => {
    const nested = await snapshotOf(workspaceOf(null, { a: assetV2('a'), 'assets/a': assetV2('b') }));
    const { hasRoot } = scopeOf(['assets/a'], nested);
    expect([hasRoot('a'), hasRoot('assets/a')]).toEqual([false, true]);
  });

  it('refuses every name of nothing once, in their order', () => {
    const of = (root: string) => ({
      code: 'MIGRATION_ROOT_NOT_FOUND',
      artifact: 'workspace',
      location: { kind: 'workspace' },
      data: { root },
    });
    expect(refused(['x', 'a', 'gone', 'assets', 'x', REGISTRY])).toEqual([of('assets'), of('gone'), of('x')]);
  });

  it('has no registry to name where there is none', async () => {
    const bare = await snapshotOf(workspaceOf(null, { a: assetV2('a') }));
    expect(refused([REGISTRY], bare).map(({ data }) => data)).toEqual([{ root: REGISTRY }]);
    expect(scopeOf(['a'], bare).hasRegistry).toBe(false);
  });
});

describe('chooseMigrations', () => {
  const chosen = (scope: MigrationScope, from = snapshot) => {
    const { assets, registry, ...rest } = chooseMigrations(from, scope);
    return { roots: assets.map(({ root, migration }) => [root, migration.from]), registry: registry?.from ?? null, ...rest };
  };
  const left = (root: string, reason = 'not-asked-for') => ({ file: at(root), reason });

  it('takes everything that is below its current version and recorded', () => {
    expect(chosen(scopeOf())).toEqual({
      roots: [
        ['a', 2],
        ['b', 3],
      ],
      registry: 2,
      leftOut: [left('-new', 'unregistered')],
      upToDate: 1,
    });
  });

  it('leaves out what is not asked for, in the order of the files', () => {
    expect(chosen(scopeOf(['b']))).toEqual({
      roots: [['b', 3]],
      registry: null,
      leftOut: [left('-new', 'unregistered'), { file: REGISTRY, reason: 'not-asked-for' }, left('a')],
      upToDate: 1,
    });
    expect(chosen(scopeOf([REGISTRY]))).toMatchObject({
      roots: [],
      registry: 2,
      leftOut: [left('-new', 'unregistered'), left('a'), left('b')],
    });
  });

  it('has nothing to do, nor to leave out, where all is of the current version', async () => {
    const current = await snapshotOf(workspace({ a: 1, b: 2 }));
    const nothing = { roots: [], registry: null, leftOut: [], upToDate: 3 };
    expect(chosen(scopeOf([], current), current)).toEqual(nothing);
    expect(chosen(scopeOf(undefined, current), current)).toEqual(nothing);
  });
});
