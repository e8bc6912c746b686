import { describe, expect, it } from 'vitest';
import { portableCompute, type WorkspaceSnapshot } from 'prometeu-packer';
import { DEFAULT_BUDGETS } from '../../../src/operations/budgets.js';
import { chooseMigrations, type MigrationScope } from '../../../src/plans/migrate/choose-migrations.js';
import { draftMigration } from '../../../src/plans/migrate/draft-migration.js';
import type { ReadText } from '../../../src/plans/read-text.js';
import type { PendingMigration } from '../../../src/workspace/pending-migration.js';
import {
  assetV2,
  assetV3,
  derivedUuid,
  PROJECT,
  REGISTRY,
  registryV2,
  registryV3,
  workspaceOf,
} from '../../operations/versioned-workspace.js';
import { uuid } from '../../workspace/workspaces.js';
import { snapshotOf } from '../snapshot-of.js';

const at = (root: string): string => `assets/${root}/asset.json`;
const FILES = workspaceOf(registryV2({ a: 1, b: 2, c: 3 }), { a: assetV2('a'), b: assetV3('b', 2), c: assetV2('c') });
const ALL: MigrationScope = { hasRoot: () => true, hasRegistry: true };
const snapshot = await snapshotOf(FILES);

interface Change {
  /** Other texts than the snapshot saw; null where one is gone. */
  readonly texts?: Readonly<Record<string, string | null>>;
  /** Files that were not read at all. */
  readonly unread?: readonly string[];
  readonly scope?: MigrationScope;
  readonly snapshot?: Partial<WorkspaceSnapshot>;
}

function draft({ texts = {}, unread = [], scope = ALL, snapshot: change = {} }: Change = {}, seen = snapshot, files = FILES) {
  const it = { ...seen, ...change };
  const read = Object.entries({ ...files, ...texts }).filter(([path]) => !unread.includes(path));
  const known = new Map(read.map(([path, text]): [string, ReadText] => [path, { text, sha256: null }]));
  const chosen = chooseMigrations(it, scope);
  return draftMigration({ snapshot: it, chosen, files: known, budgets: DEFAULT_BUDGETS.json, compute: portableCompute });
}

const failures = (change: Change): readonly (readonly [string, unknown])[] =>
  draft(change)
    ._unsafeUnwrapErr()
    .map(({ code, location }) => [code, 'file' in location && location.file]);

describe('draftMigration', () => {
  it('makes one edit a file', () => {
    const { plan, report } = draft()._unsafeUnwrap();
    const paths = [REGISTRY, at('a'), at('b'), at('c')];
    expect(plan.kind).toBe('migrate');
    expect(plan.edits.map(({ path }) => path)).toEqual(paths);
    expect(plan.preconditions.projectUuid).toBe(PROJECT);
    expect(report.files.map(({ file }) => file)).toEqual(paths);
    expect(report.files.map(({ blocks }) => blocks.build)).toEqual([true, true, false, true]);
  });

  it('waits for no declaration that builds do not reach', () => {
    const { report } = draft({ snapshot: { assets: snapshot.assets.map((state) => ({ ...state, reachable: false })) } })._unsafeUnwrap();
    expect(report.files.map(({ blocks }) => blocks.build)).toEqual([false, false, false, false]);
  });

  it('makes an empty plan of nothing', () => {
    const { plan, report } = draft({ scope: { hasRoot: () => false, hasRegistry: false } })._unsafeUnwrap();
    expect(plan).toMatchObject({ edits: [], identityChanges: [] });
    expect(report).toMatchObject({ files: [], derived: [], upToDate: 0 });
    expect(report.leftOut.map(({ file }) => file)).toEqual([REGISTRY, at('a'), at('b'), at('c')]);
  });

  it('makes no plan where a single file fails, and names all that do', () => {
    const texts = { [at('c')]: '{', [REGISTRY]: registryV2({ other: 1 }), [at('a')]: assetV2('A') };
    expect(failures({ texts })).toEqual([
      ['MIGRATION_STEP_FAILED', REGISTRY],
      ['STRUCTURE_BAD_FORMAT', at('a')],
      ['JSON_SYNTAX', at('c')],
    ]);
    expect(failures({ texts: { [at('c')]: '{' } })).toEqual([['JSON_SYNTAX', at('c')]]);
  });

  it('takes a file that is gone, or was not read, for an empty one', () => {
    expect(failures({ texts: { [at('c')]: null }, unread: [at('a')] })).toEqual([
      ['JSON_EMPTY', at('a')],
      ['JSON_EMPTY', at('c')],
    ]);
  });

  it('tells files and failures by their paths, also before the registry', async () => {
    const files = workspaceOf(registryV2({ '-a': 1 }), { '-a': assetV2('a') });
    const seen = await snapshotOf(files);
    const { plan, report } = draft({}, seen, files)._unsafeUnwrap();
    expect(plan.edits.map(({ path }) => path)).toEqual([at('-a'), REGISTRY]);
    expect(report.files.map(({ file }) => file)).toEqual([at('-a'), REGISTRY]);
    const failed = draft({ texts: { [at('-a')]: '{', [REGISTRY]: '{' } }, seen, files)._unsafeUnwrapErr();
    expect(failed.map(({ location }) => 'file' in location && location.file)).toEqual([at('-a'), REGISTRY]);
  });

  it('tells what it does to every identity, why, and which of them are derived', () => {
    const { plan, report } = draft()._unsafeUnwrap();
    expect(plan.identityChanges.map(({ kind, root }) => [kind, root])).toEqual([
      ['identity-derived', 'a'],
      ['identity-recorded', 'b'],
      ['identity-derived', 'c'],
    ]);
    expect(plan.identityChanges.map(({ evidence }) => evidence)).not.toContain('');
    expect(report.derived).toEqual([
      { root: 'a', asset_id: 1, uuid: derivedUuid(1) },
      { root: 'c', asset_id: 3, uuid: derivedUuid(3) },
    ]);
  });

  it('tells why a claim is added', async () => {
    const files = workspaceOf(registryV3({ a: 1 }), { a: assetV2('a') });
    const { plan, report } = draft({}, await snapshotOf(files), files)._unsafeUnwrap();
    expect(plan.identityChanges.map(({ kind, after, evidence }) => [kind, after?.asset_uuid, evidence === ''])).toEqual([
      ['claim-added', uuid(1), false],
    ]);
    expect(report.derived).toEqual([]);
    expect(report.files.map(({ identity, blocks }) => [identity, blocks.build])).toEqual([
      [{ effect: 'none', uuid: null, origin: null }, false],
      [{ effect: 'declared', uuid: uuid(1), origin: 'recorded' }, false],
    ]);
  });

  it('tells the uuid that a declaration keeps, where it is one', async () => {
    const files = workspaceOf(registryV3({ a: 1, b: 2 }), {
      a: assetV3('a', 1),
      b: assetV3('b', 2, { asset_uuid: `urn:uuid:${uuid(2)}` }),
    });
    const { report } = draft({}, await snapshotOf(files), files)._unsafeUnwrap();
    expect(report.files.map(({ file, identity }) => [file, identity])).toEqual([
      [REGISTRY, { effect: 'none', uuid: null, origin: null }],
      [at('a'), { effect: 'none', uuid: uuid(1), origin: null }],
      [at('b'), { effect: 'none', uuid: null, origin: null }],
    ]);
  });

  it.each<[boolean, boolean, PendingMigration['identity']]>([
    [true, true, { uuid: derivedUuid(1), origin: 'derived' }],
    [false, false, { uuid: derivedUuid(1), origin: 'derived' }],
    [false, true, { uuid: derivedUuid(1), origin: 'recorded' }],
    [false, true, null],
  ])('tells that %s: builds wait for the registry, where an asset is reachable: %s, of identity %j', (expected, reachable, identity) => {
    const [a, b, ...rest] = snapshot.assets.map((state) => ({ ...state, reachable: false }));
    const migration = a?.migration ? { ...a.migration, identity } : null;
    const assets = [...rest, ...(a ? [{ ...a, reachable, migration }] : []), ...(b ? [{ ...b, migration: null, reachable: true }] : [])];
    const { report } = draft({ snapshot: { assets }, scope: { hasRoot: () => false, hasRegistry: true } })._unsafeUnwrap();
    expect(report.files.map(({ file, blocks }) => [file, blocks])).toEqual([[REGISTRY, { build: expected, studio: false }]]);
  });

  it('migrates no registry whose records have no identity', () => {
    expect(failures({ snapshot: { registry: null } })).toEqual([['MIGRATION_STEP_FAILED', REGISTRY]]);
  });
});
