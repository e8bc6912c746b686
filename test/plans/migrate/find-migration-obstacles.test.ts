import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { MigrationScope } from '../../../src/plans/migrate/choose-migrations.js';
import { findMigrationObstacles, findUnrecordable } from '../../../src/plans/migrate/find-migration-obstacles.js';
import type { WorkspaceSnapshot } from '../../../src/workspace/snapshot.js';
import { assetV2, assetV3, derivedUuid, REGISTRY, registryV2, workspaceOf } from '../../operations/versioned-workspace.js';
import { snapshotOf } from '../snapshot-of.js';

const at = (root: string): string => `assets/${root}/asset.json`;
const ALL: MigrationScope = { hasRoot: () => true, hasRegistry: true };
const sound = await snapshotOf(workspaceOf(registryV2({ a: 1, b: 2 }), { a: assetV2('a'), b: assetV3('b', 2) }));

/** A finding of any code, about any artifact, at a file. */
function found(code: string, artifact: Diagnostic['artifact'], file: string, severity: Diagnostic['severity'] = 'error'): Diagnostic {
  const made: Diagnostic = diagnose('MIGRATION_ROOT_NOT_FOUND', { artifact, location: { kind: 'file', file }, data: { root: '' } });
  return { ...made, code, severity } as Diagnostic;
}

const ASSET = found('ASSET_NO_INPUTS', 'asset', at('a'));
const OTHER = found('ASSET_NO_INPUTS', 'asset', at('b'));
const SOURCE = found('PNG_TRUNCATED', 'source', 'assets/a/a.png');
const IDENTITY = found('IDENTITY_COPY', 'registry', REGISTRY);
const UNDECIDED = found('IDENTITY_UNDECIDED', 'registry', REGISTRY);
const DERIVED = found('IDENTITY_DERIVED', 'asset', at('a'));
const GENERAL = found('REGISTRY_COUNTER_LOW', 'registry', REGISTRY);
const WARNING = found('REGISTRY_COUNTER_LOW', 'registry', at('a'), 'warning');
const EVERY = [ASSET, OTHER, SOURCE, IDENTITY, UNDECIDED, DERIVED, GENERAL, WARNING];

const faulty = (change: Partial<WorkspaceSnapshot>): WorkspaceSnapshot => ({ ...sound, diagnostics: EVERY, ...change });
const unread = (root: string) => sound.assets.map((state) => (state.root === root ? { ...state, body: null } : state));
const undecided = (root: string) => sound.assets.map((state) => (state.root === root ? { ...state, migration: null } : state));
const told = (snapshot: WorkspaceSnapshot, scope = ALL) =>
  findMigrationObstacles(snapshot, scope)?.map((one) => EVERY.indexOf(one)) ?? null;

describe('findMigrationObstacles', () => {
  it.each<[string, Partial<WorkspaceSnapshot>, readonly Diagnostic[] | null]>([
    ['nothing, whatever else is wrong', {}, null],
    ['nothing of a workspace without a registry', { registry: null, registryFound: false }, null],
    ['a declaration that could not be read', { assets: unread('a') }, [ASSET]],
    ['a declaration whose migration is undecided', { assets: undecided('a') }, [ASSET]],
    ['what blocks the workspace, where it does', { blocked: true }, [GENERAL]],
    ['both', { assets: unread('b'), blocked: true }, [OTHER, GENERAL]],
    ['an identity that is not decided, where the registry could not be read', { registry: null, registryFound: true }, [UNDECIDED]],
    [
      'an identity that is not decided, which is not the fault of a registry that is there',
      { assets: unread('a'), registryFound: false },
      [ASSET],
    ],
    ['nor of one that is not', { assets: unread('a'), registry: null, registryFound: false }, [ASSET]],
  ])('tells %s', (_, change, expected) => {
    expect(told(faulty(change))).toEqual(expected?.map((one) => EVERY.indexOf(one)) ?? null);
  });

  it('asks only of the declarations that are to be migrated', () => {
    const snapshot = faulty({ assets: unread('a') });
    expect(told(snapshot, { hasRoot: (root) => root === 'b', hasRegistry: true })).toBeNull();
    expect(told(snapshot, { hasRoot: (root) => root === 'a', hasRegistry: false })).toEqual([0]);
  });

  it.each<[string, Partial<WorkspaceSnapshot['assets'][number]>]>([
    ['of the current version', { version: 4, migration: null, body: null }],
    ['that stays as it is', { migration: null, body: null, identity: { ...sound.assets[0]!.identity, class: 'unregistered' } }],
    ['that is not there', { migration: null, body: null, identity: { ...sound.assets[0]!.identity, claim: null } }],
  ])('has nothing against a declaration %s', (_, change) => {
    expect(told(faulty({ assets: sound.assets.map((state) => ({ ...state, ...change })) }))).toBeNull();
  });

  it('tells every error where none is of what stands in the way', () => {
    expect(told(faulty({ assets: unread('a'), diagnostics: [OTHER, WARNING, SOURCE] }))).toEqual([1, 2]);
  });

  it('tells that there is no registry where nothing tells why', () => {
    const failure = findMigrationObstacles(faulty({ registry: null, registryFound: true, diagnostics: [WARNING] }), ALL);
    expect(failure?.map(({ code }) => code)).toEqual(['REGISTRY_MISSING']);
  });
});

describe('findUnrecordable', () => {
  const scope = (hasRegistry: boolean, ...roots: readonly string[]): MigrationScope => ({
    hasRoot: (root) => roots.includes(root),
    hasRegistry,
  });

  it('tells each identity that is derived, where the registry would not record it', () => {
    expect(findUnrecordable(sound, scope(false, 'a', 'b'))).toMatchObject([
      {
        code: 'MIGRATION_NEEDS_REGISTRY',
        artifact: 'asset',
        location: { kind: 'file', file: at('a') },
        data: { root: 'a', uuid: derivedUuid(1) },
        found: 2,
        migration: { attempted: true, outcome: 'succeeded' },
        blocks: { build: true, studio: false },
      },
    ]);
  });

  it('tells nothing of a declaration that is not asked for, or with the registry', () => {
    expect(findUnrecordable(sound, scope(false, 'b'))).toEqual([]);
    expect(findUnrecordable(sound, scope(true, 'a', 'b'))).toEqual([]);
    const read = { ...sound, assets: sound.assets.map((state) => ({ ...state, migration: null })) };
    expect(findUnrecordable(read, scope(false, 'a', 'b'))).toEqual([]);
  });
});
