import type { RegistryRecord } from '../../artifacts/registry/model.js';
import type { IdentityVerdict } from '../../workspace/classify-identity.js';
import type { IdentityChoice } from '../../workspace/identity-choices.js';
import { displaceRecord } from './displace-record.js';
import type { IdentityScene } from './identity-scene.js';
import type { ResolutionSteps } from './resolution-step.js';
import { giveNewIdentity, settleRivals, takeIdentity } from './take-identity.js';

/** The folder keeps the identity that it claims, or that is recorded for it where it claims none of its own. */
function* becomeOwner(scene: IdentityScene, { root, record }: IdentityVerdict, why: string): ResolutionSteps {
  const recorded = record?.root === root ? record.asset_uuid : null;
  const uuid = recorded ?? scene.claimAt(root);
  if (uuid !== null) yield* takeIdentity(scene, root, uuid, why);
}

/** The folder is what its declaration claims; what was recorded for it finds another place, or is retired. */
function* keepClaim(scene: IdentityScene, { root }: IdentityVerdict): ResolutionSteps {
  const uuid = scene.claimAt(root);
  if (uuid === null) return;
  const why = 'chosen: the claim is right, and the record is not';
  const own = scene.recordAt(root);
  const taken = scene.recordOf(uuid);
  yield* takeIdentity(scene, root, uuid, why);
  if (own !== undefined) yield* displaceRecord(scene, own, new Set(taken === undefined ? [] : [taken]), true);
}

/** What is recorded for a folder and what is recorded elsewhere for the uuid that it claims. */
function swapped(scene: IdentityScene, root: string): readonly [own: RegistryRecord, other: RegistryRecord] | null {
  const own = scene.recordAt(root);
  const other = scene.recordOf(scene.claimAt(root) ?? '');
  return own === undefined || other === undefined ? null : [own, other];
}

function* swap(scene: IdentityScene, { root }: IdentityVerdict, what: 'records' | 'claims'): ResolutionSteps {
  const pair = swapped(scene, root);
  if (pair === null) return;
  const why = what === 'records' ? 'chosen: the folders were swapped' : 'chosen: the declarations were swapped';
  const [own, other] = pair;
  const settled = { roots: new Set([own.root, other.root]), uuids: new Set<string>() };
  for (const [record, counterpart] of [pair, [other, own]] as const) {
    const place = what === 'records' ? counterpart.root : record.root;
    if (what === 'records') yield { kind: 'move-record', record, root: place, why };
    yield { kind: 'claim', root: place, uuid: record.asset_uuid, why };
  }
  for (const { asset_uuid } of pair) yield* settleRivals(scene, asset_uuid, settled);
}

/** A record at the folder goes, and the folder becomes another asset. */
function* beginAnew({ root, record }: IdentityVerdict): ResolutionSteps {
  const why = 'chosen: a new identity';
  if (record?.root === root) yield { kind: 'retire-record', record, why };
  yield* giveNewIdentity(root, record?.included_in_build ?? true, why);
}

function* removeDeclaration({ root }: IdentityVerdict): ResolutionSteps {
  yield { kind: 'remove-declaration', root, why: 'chosen: the copy is no asset' };
}

function* removeRecord({ record }: IdentityVerdict): ResolutionSteps {
  if (record !== null) yield { kind: 'retire-record', record, why: 'chosen: its folder is gone for good' };
}

/**
 * How a choice settles the identity of a folder, step by step; nothing for a choice that is made by hand. Pure: by record,
 * claim and what stands on disk alone.
 */
export function stepsOfChoice(choice: IdentityChoice, scene: IdentityScene, verdict: IdentityVerdict): ResolutionSteps | readonly [] {
  switch (choice) {
    case 'update-root':
      return becomeOwner(scene, verdict, 'moved: the one folder that claims it');
    case 'restore-claim':
      return becomeOwner(scene, verdict, 'the registry records it for this folder');
    case 'canonicalise':
      return becomeOwner(scene, verdict, 'only spelled otherwise');
    case 'make-owner':
    case 'choose-owner':
      return becomeOwner(scene, verdict, 'chosen as the owner');
    case 'keep-record':
      return becomeOwner(scene, verdict, 'chosen: the record is right, and the claim is not');
    case 'register-keeping':
      return becomeOwner(scene, verdict, 'chosen: registered with the identity that it brings');
    case 'keep-claim':
      return keepClaim(scene, verdict);
    case 'swap-records':
      return swap(scene, verdict, 'records');
    case 'swap-claims':
      return swap(scene, verdict, 'claims');
    case 'new-identity':
      return beginAnew(verdict);
    case 'register':
    case 'register-new':
      return giveNewIdentity(verdict.root, true, 'chosen: registered as new');
    case 'remove':
      return removeDeclaration(verdict);
    case 'remove-record':
      return removeRecord(verdict);
    case 'edit-by-hand':
      return [];
  }
}
