import { describe, expect, it } from 'vitest';
import { identitySceneOf } from '../../../src/plans/resolve/identity-scene.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { classifyIdentity } from '../../../src/workspace/classify-identity.js';
import { claim, record, registry, U1, U2, U3 } from '../../workspace/identity-states.js';

const A = record(1, U1, 'a');
const GONE = record(2, U2, 'gone');

function sceneOf(known: ReturnType<typeof registry> | null) {
  const verdicts = classifyIdentity(
    known,
    new Map([
      ['b', claim(U1)],
      ['a', claim(U1)],
      ['c', { kind: 'none' } as const],
    ]),
  );
  return identitySceneOf({ assets: verdicts.map((identity) => ({ root: identity.root, identity }) as AssetState), registry: known });
}

describe('identitySceneOf', () => {
  it('knows who is recorded where, and who claims what', () => {
    const scene = sceneOf(registry(A, GONE));
    expect([...scene.verdicts.keys()]).toEqual(['a', 'b', 'c', 'gone']);
    expect(['a', 'b', 'gone'].map(scene.recordAt)).toEqual([A, undefined, GONE]);
    expect([U1, U2, U3].map(scene.recordOf)).toEqual([A, GONE, undefined]);
    expect(['a', 'c', 'gone', 'elsewhere'].map(scene.claimAt)).toEqual([U1, null, null, null]);
    expect(['a', 'b', 'c'].map((root) => scene.othersClaiming(U1, root))).toEqual([['b'], ['a'], ['a', 'b']]);
    expect(scene.othersClaiming(U3, 'a')).toEqual([]);
  });

  it('knows of no records without a registry', () => {
    const scene = sceneOf(null);
    expect([scene.recordAt('a'), scene.recordOf(U1), scene.claimAt('a')]).toEqual([undefined, undefined, U1]);
  });
});
