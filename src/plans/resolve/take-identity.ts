import type { IdentityScene } from './identity-scene.js';
import type { ResolutionSteps } from './resolution-step.js';

/** How far settling an identity has come; grows. */
export interface Progress {
  /** Folders that are settled. */
  readonly roots: Set<string>;
  /** Uuids that have an owner. */
  readonly uuids: Set<string>;
}

/** Gives a folder an identity of its own; builds contain it as they contain what it was taken for. */
export function* giveNewIdentity(root: string, included: boolean, why: string): ResolutionSteps {
  yield { kind: 'register', root, uuid: null, included, why };
}

/**
 * Settles who else claims a uuid that has an owner now: a folder with a record of its own claims that again, so that no
 * identity is lost, and whoever claims it instead is settled in turn; every other folder gets a new identity.
 */
export function* settleRivals(scene: IdentityScene, uuid: string, settled: Progress): ResolutionSteps {
  settled.uuids.add(uuid);
  const rivals = scene.claimants.get(uuid) ?? [];
  const included = scene.recordOf(uuid)?.included_in_build ?? true;
  for (const rival of rivals) {
    if (settled.roots.has(rival)) continue;
    settled.roots.add(rival);
    const own = scene.recordAt(rival);
    if (scene.verdicts.get(rival)?.class === 'id-conflict') {
      yield { kind: 'blocked', reason: 'id-conflict', roots: [rival] };
    } else if (own === undefined || settled.uuids.has(own.asset_uuid)) {
      yield* giveNewIdentity(rival, included, 'claimed the identity of another folder');
    } else {
      yield { kind: 'claim', root: rival, uuid: own.asset_uuid, why: 'claimed the identity of another folder, and has a record' };
      yield* settleRivals(scene, own.asset_uuid, settled);
    }
  }
}

/** A record has left its root. A declaration that stays behind and claims nothing of its own gets a new identity. */
function* settleFormerRoot(scene: IdentityScene, root: string, included: boolean, settled: Progress): ResolutionSteps {
  const claim = scene.verdicts.get(root)?.claim ?? null;
  if (claim === null || settled.roots.has(root)) return;
  if (claim.kind === 'unknown') yield { kind: 'blocked', reason: 'unreadable', roots: [root] };
  if (claim.kind === 'unknown' || scene.claimAt(root) !== null) return;
  settled.roots.add(root);
  yield* giveNewIdentity(root, included, 'its record belongs to another folder');
}

/**
 * Makes a folder the one owner of an identity: the record of it comes to its root, or it is registered where there is none;
 * its declaration claims it; every other claimant is settled, and so is a declaration that stands where the record stood.
 */
export function* takeIdentity(scene: IdentityScene, root: string, uuid: string, why: string): ResolutionSteps {
  const settled: Progress = { roots: new Set([root]), uuids: new Set() };
  const record = scene.recordOf(uuid);
  if (record === undefined) yield { kind: 'register', root, uuid, included: scene.recordAt(root)?.included_in_build ?? true, why };
  else if (record.root !== root) yield { kind: 'move-record', record, root, why };
  yield { kind: 'claim', root, uuid, why };
  yield* settleRivals(scene, uuid, settled);
  if (record !== undefined) yield* settleFormerRoot(scene, record.root, record.included_in_build, settled);
}
