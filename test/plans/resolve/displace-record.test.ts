import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Registry, RegistryRecord } from '../../../src/artifacts/registry/model.js';
import { displaceRecord } from '../../../src/plans/resolve/displace-record.js';
import { identitySceneOf } from '../../../src/plans/resolve/identity-scene.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { classifyIdentity, type IdentityClass } from '../../../src/workspace/classify-identity.js';
import { claim, record, registry, U1, U2, U3 } from '../../workspace/identity-states.js';

const A = record(1, U1, 'a');
const B = record(2, U2, 'b');
const C = record(3, U3, 'c');
type Claims = Readonly<Record<string, IdentityClaim>>;

function sceneOf(known: Registry, claims: Claims, classes: Readonly<Record<string, IdentityClass>> = {}) {
  const assets = classifyIdentity(known, new Map(Object.entries(claims))).map((verdict) => {
    const identity = { ...verdict, class: classes[verdict.root] ?? verdict.class };
    return { root: verdict.root, identity } as AssetState;
  });
  return identitySceneOf({ assets, registry: known });
}

const displaced = (scene: ReturnType<typeof sceneOf>, mayRetire = true, placed = new Set<RegistryRecord>()) =>
  [...displaceRecord(scene, A, placed, mayRetire)].map((step) => {
    if (!('why' in step)) return step;
    const { why, ...rest } = step;
    expect(why).not.toBe('');
    return rest;
  });

describe('displaceRecord', () => {
  it('retires a record that nobody else claims, where it may', () => {
    const scene = sceneOf(registry(A), { a: claim(U2) });
    expect(displaced(scene)).toEqual([{ kind: 'retire-record', record: A }]);
    expect(displaced(scene, false)).toEqual([{ kind: 'blocked', reason: 'recorded', roots: ['a'] }]);
  });

  it('moves it to the one other folder that claims it', () => {
    const scene = sceneOf(registry(A), { a: claim(U1), free: claim(U1) });
    for (const mayRetire of [true, false]) {
      expect(displaced(scene, mayRetire)).toEqual([
        { kind: 'move-record', record: A, root: 'free' },
        { kind: 'claim', root: 'free', uuid: U1 },
      ]);
    }
  });

  it('displaces the record of that folder in turn, which may not be retired', () => {
    const known = registry(A, B, C);
    expect(displaced(sceneOf(known, { b: claim(U1), c: claim(U2), free: claim(U3) }))).toEqual([
      { kind: 'move-record', record: A, root: 'b' },
      { kind: 'claim', root: 'b', uuid: U1 },
      { kind: 'move-record', record: B, root: 'c' },
      { kind: 'claim', root: 'c', uuid: U2 },
      { kind: 'move-record', record: C, root: 'free' },
      { kind: 'claim', root: 'free', uuid: U3 },
    ]);
    expect(displaced(sceneOf(known, { b: claim(U1) })).at(-1)).toEqual({ kind: 'blocked', reason: 'recorded', roots: ['b'] });
  });

  it('displaces no record that has found a place', () => {
    const scene = sceneOf(registry(A, B), { a: claim(U2), b: claim(U1) });
    const steps = [
      { kind: 'move-record', record: A, root: 'b' },
      { kind: 'claim', root: 'b', uuid: U1 },
    ];
    expect(displaced(scene, true, new Set([B]))).toEqual(steps);
    const placed = new Set<RegistryRecord>();
    const round = [
      { kind: 'move-record', record: B, root: 'a' },
      { kind: 'claim', root: 'a', uuid: U2 },
    ];
    expect(displaced(scene, true, placed)).toEqual([...steps, ...round]);
    expect(placed).toEqual(new Set([A, B]));
  });

  it('is blocked where several claim it', () => {
    expect(displaced(sceneOf(registry(A), { y: claim(U1), x: claim(U1) }))).toEqual([
      { kind: 'blocked', reason: 'several', roots: ['x', 'y'] },
    ]);
  });

  it('is blocked where the folder has an identity that nobody can settle', () => {
    expect(displaced(sceneOf(registry(A, B), { b: claim(U1) }, { b: 'id-conflict' }))).toEqual([
      { kind: 'blocked', reason: 'id-conflict', roots: ['b'] },
    ]);
  });
});
