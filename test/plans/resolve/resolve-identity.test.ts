import { describe, expect, it } from 'vitest';
import { resolveIdentity } from '../../../src/plans/resolve/resolve-identity.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { classifyIdentity } from '../../../src/workspace/classify-identity.js';
import type { WorkspaceSnapshot } from '../../../src/workspace/snapshot.js';
import { claim, GONE, record, registry, U1, U2, U3 } from '../../workspace/identity-states.js';
import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { RegistryRecord } from '../../../src/artifacts/registry/model.js';

const REGISTRY = 'assets/.prometeu/index.json';
const at = (root: string): string => `assets/${root}/asset.json`;

/** A snapshot of which nothing is known but records and claims. */
function snapshotOf(records: readonly RegistryRecord[], claims: Readonly<Record<string, IdentityClaim>>): WorkspaceSnapshot {
  const known = registry(...records);
  const assets = classifyIdentity(known, new Map(Object.entries(claims))).map(
    (identity) => ({ root: identity.root, identity }) as AssetState,
  );
  return { assets, registry: known } as Partial<WorkspaceSnapshot> as WorkspaceSnapshot;
}

const A = record(1, U1, 'a');
const B = record(2, U2, 'b');

const refusals = (snapshot: WorkspaceSnapshot, root: string, choice: string) =>
  resolveIdentity(snapshot, { root, choice })
    ._unsafeUnwrapErr()
    .map(({ code, artifact, location, data }) => ({ code, artifact, location, data }));

describe('resolveIdentity', () => {
  it('gives the steps of a choice that is offered, in their order', () => {
    const steps = resolveIdentity(snapshotOf([A], { moved: claim(U1) }), { root: 'moved', choice: 'update-root' })._unsafeUnwrap();
    expect(steps).toMatchObject([
      { kind: 'move-record', record: A, root: 'moved' },
      { kind: 'claim', root: 'moved', uuid: U1 },
    ]);
    expect(steps.map(({ why }) => why)).not.toContain('');
  });

  it('knows no other folders than those of the workspace', () => {
    expect(refusals(snapshotOf([A], { a: claim(U1) }), 'b', 'register')).toEqual([
      { code: 'RESOLVE_ROOT_NOT_FOUND', artifact: 'workspace', location: { kind: 'workspace' }, data: { root: 'b' } },
    ]);
  });

  it.each<[string, string, string, object]>([
    [
      'a declaration',
      'copy',
      'asset',
      { root: 'copy', class: 'copy', choice: 'register', choices: ['new-identity', 'make-owner', 'remove'] },
    ],
    ['a record without one', 'b', 'registry', { root: 'b', class: 'orphan', choice: 'register', choices: ['remove-record'] }],
    ['what is well', 'c', 'asset', { root: 'c', class: 'ok', choice: 'register', choices: [] }],
  ])('takes no choice that is not offered, of %s', (_, root, artifact, data) => {
    const snapshot = snapshotOf([A, B, record(3, U3, 'c')], { a: claim(U1), copy: claim(U1), c: claim(U3) });
    const location = { kind: 'file', file: artifact === 'asset' ? at(root) : REGISTRY };
    expect(refusals(snapshot, root, 'register')).toEqual([{ code: 'RESOLVE_CHOICE_NOT_OFFERED', artifact, location, data }]);
  });

  it.each<[string, string, string, string]>([
    ['a declaration', 'a', 'asset', at('a')],
    ['a record without one', 'b', 'registry', REGISTRY],
  ])('leaves ids in conflict to be settled by hand, of %s', (_, root, artifact, file) => {
    const snapshot = snapshotOf([A, record(1, U2, 'b')], { a: claim(U1) });
    expect(refusals(snapshot, root, 'edit-by-hand')).toEqual([
      { code: 'RESOLVE_BY_HAND', artifact, location: { kind: 'file', file }, data: { root, class: 'id-conflict' } },
    ]);
  });

  it('tells the folders that are in the way, the first of them as the place', () => {
    const snapshot = snapshotOf([A], { a: claim(U3), z: claim(U1), '-y': claim(U1) });
    const failure = resolveIdentity(snapshot, { root: 'a', choice: 'keep-claim' })._unsafeUnwrapErr();
    expect(failure).toMatchObject([
      {
        code: 'RESOLVE_BLOCKED',
        artifact: 'asset',
        location: { kind: 'file', file: at('-y') },
        data: { root: 'a', reason: 'several', files: [at('-y'), at('z')] },
      },
    ]);
    expect(failure.map(({ related }) => related.map(({ location }) => location))).toEqual([[{ kind: 'file', file: at('z') }]]);
  });

  it('sorts the folders that are in the way', () => {
    const claims = { a: claim(U3), 'x/b': claim(U1), x: claim(U1), 'x-b': claim(U1) };
    const [refusal] = refusals(snapshotOf([A], claims), 'a', 'keep-claim');
    expect(refusal?.data).toMatchObject({ files: [at('x-b'), at('x'), at('x/b')].sort() });
  });

  it('takes no step where one of them is blocked', () => {
    const snapshot = snapshotOf([A], { a: { kind: 'unknown' }, b: claim(U1), c: claim(GONE) });
    expect(refusals(snapshot, 'b', 'choose-owner')).toMatchObject([
      { code: 'RESOLVE_BLOCKED', data: { root: 'b', reason: 'unreadable', files: [at('a')] } },
    ]);
  });
});
