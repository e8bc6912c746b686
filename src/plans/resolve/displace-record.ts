import type { RegistryRecord } from '../../artifacts/registry/model.js';
import type { IdentityScene } from './identity-scene.js';
import type { ResolutionSteps } from './resolution-step.js';

/**
 * Finds another place for a record whose root another identity takes: the one other folder that claims it. Where that has a
 * record of its own, that one is displaced in turn.
 *
 * @param placed - records that have found a place already; grows.
 * @param mayRetire - whether the record is retired where nobody else claims it: nothing else loses its identity by it.
 */
export function* displaceRecord(
  scene: IdentityScene,
  record: RegistryRecord,
  placed: Set<RegistryRecord>,
  mayRetire: boolean,
): ResolutionSteps {
  placed.add(record);
  const claimants = scene.othersClaiming(record.asset_uuid, record.root);
  const [root, ...more] = claimants;
  if (root === undefined) {
    if (mayRetire) yield { kind: 'retire-record', record, why: 'its folder has another identity, and nobody else claims it' };
    else yield { kind: 'blocked', reason: 'recorded', roots: [record.root] };
    return;
  }
  if (more.length > 0) {
    yield { kind: 'blocked', reason: 'several', roots: claimants };
    return;
  }
  if (scene.verdicts.get(root)?.class === 'id-conflict') {
    yield { kind: 'blocked', reason: 'id-conflict', roots: [root] };
    return;
  }
  const why = 'the one other folder that claims it';
  yield { kind: 'move-record', record, root, why };
  yield { kind: 'claim', root, uuid: record.asset_uuid, why };
  const own = scene.recordAt(root);
  if (own !== undefined && !placed.has(own)) yield* displaceRecord(scene, own, placed, false);
}
