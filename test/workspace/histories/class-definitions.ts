import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Registry, RegistryRecord } from '../../../src/artifacts/registry/model.js';
import type { IdentityClass } from '../../../src/workspace/classify-identity.js';

/** A registry that records no folder twice (null: none), and what the `asset.json` of each root claims. */
export interface DiskState {
  readonly registry: Registry | null;
  readonly claims: ReadonlyMap<string, IdentityClaim>;
}

/** What the disk says of one root. */
interface Facts {
  /** What its `asset.json` is: `absent`, `unreadable`, one that claims `nothing`, `no-uuid` or a `uuid`, spelled well or not. */
  readonly declares: 'absent' | 'unreadable' | 'nothing' | 'no-uuid' | 'uuid' | 'misspelled-uuid';
  /** Whether a record is of this root, and that of the uuid claimed here is this one, another one, or none. */
  readonly recorded: 'here' | 'elsewhere' | 'nowhere';
  readonly hasRecord: boolean;
  /** Whether the claimed uuid was retired. */
  readonly isRetired: boolean;
  /** Whether a record of this root, or of the uuid claimed here, shares an id or uuid with another, or with a retired one. */
  readonly isClashing: boolean;
  /** How many other folders claim the uuid claimed here. */
  readonly rivals: number;
  /** How many folders, this one aside, claim the uuid recorded for this root; how many of them at a root without a record. */
  readonly claimants: number;
  readonly strayClaimants: number;
  /** What stands at the root that the record of the claimed uuid names. */
  readonly ownersPlace: 'empty' | 'claims-the-same' | 'claims-ours' | 'something-else';
}

function clashes(registry: Registry, record: RegistryRecord): boolean {
  const share = (other: { readonly asset_id: number; readonly asset_uuid: string }): boolean =>
    other.asset_id === record.asset_id || other.asset_uuid === record.asset_uuid;
  return registry.assets.filter(share).length > 1 || registry.retired.some(share);
}

const uuidIn = (claim: IdentityClaim | undefined): string | null =>
  claim?.kind === 'valid' || claim?.kind === 'spelling' ? claim.uuid : null;

const DECLARES = { unknown: 'unreadable', none: 'nothing', invalid: 'no-uuid', valid: 'uuid', spelling: 'misspelled-uuid' } as const;

function factsOf({ registry, claims }: DiskState, root: string): Facts {
  const claim = claims.get(root);
  const uuid = uuidIn(claim);
  const records = registry?.assets ?? [];
  const here = records.filter((record) => record.root === root);
  const ofUuid = records.filter(({ asset_uuid }) => asset_uuid === uuid);
  const others = [...claims].filter(([other]) => other !== root);
  const claimants = others.filter(([, it]) => here.some(({ asset_uuid }) => asset_uuid === uuidIn(it)));
  const place = ofUuid.map((record) => claims.get(record.root));
  const placeClaims = place.map(uuidIn);
  return {
    declares: claim === undefined ? 'absent' : DECLARES[claim.kind],
    recorded: ofUuid.length === 0 ? 'nowhere' : ofUuid.some((record) => record.root === root) ? 'here' : 'elsewhere',
    hasRecord: here.length > 0,
    isRetired: registry?.retired.some(({ asset_uuid }) => asset_uuid === uuid) === true,
    isClashing: registry !== null && [...here, ...ofUuid].some((record) => clashes(registry, record)),
    rivals: uuid === null ? 0 : others.filter(([, it]) => uuidIn(it) === uuid).length,
    claimants: claimants.length,
    strayClaimants: claimants.filter(([other]) => !records.some((record) => record.root === other)).length,
    ownersPlace: place.every((it) => it === undefined)
      ? 'empty'
      : placeClaims.includes(uuid)
        ? 'claims-the-same'
        : here.some(({ asset_uuid }) => placeClaims.includes(asset_uuid))
          ? 'claims-ours'
          : 'something-else',
  };
}

const claimsUuid = ({ declares }: Facts): boolean => declares === 'uuid' || declares === 'misspelled-uuid';
/** A claim that can be held against the records. */
const isSound = (facts: Facts): boolean => claimsUuid(facts) && !facts.isClashing && !facts.isRetired;
/** It claims what is recorded for a root that it does not stand at, and its own root has no record. */
const isStray = (facts: Facts): boolean => isSound(facts) && !facts.hasRecord && facts.recorded === 'elsewhere';
const isUndisputed = ({ rivals }: Facts): boolean => rivals === 0;

/**
 * What each class means, one by one, as CONTRACT.md §3 and SEMANTICS.md 4 say it: written down apart from the classifier,
 * and without its order, so that what is not total or not disjoint shows.
 */
const DEFINITIONS: Readonly<Record<IdentityClass, readonly ((facts: Facts) => boolean)[]>> = {
  'id-conflict': [(it) => it.isClashing],
  unreadable: [(it) => !it.isClashing && it.declares === 'unreadable'],
  'invalid-claim': [(it) => !it.isClashing && it.declares === 'no-uuid'],
  unregistered: [(it) => it.declares === 'nothing' && !it.hasRecord],
  'lost-claim': [(it) => !it.isClashing && it.declares === 'nothing' && it.hasRecord && it.claimants === 0],
  'retired-claim': [(it) => !it.isClashing && claimsUuid(it) && it.isRetired],
  ok: [(it) => isSound(it) && it.recorded === 'here' && isUndisputed(it) && it.declares === 'uuid'],
  spelling: [(it) => isSound(it) && it.recorded === 'here' && isUndisputed(it) && it.declares === 'misspelled-uuid'],
  copy: [(it) => isSound(it) && it.recorded === 'here' && !isUndisputed(it), (it) => isStray(it) && it.ownersPlace === 'claims-the-same'],
  conflict: [(it) => isSound(it) && it.hasRecord && it.recorded !== 'here' && it.ownersPlace !== 'claims-ours'],
  swapped: [(it) => isSound(it) && it.hasRecord && it.recorded === 'elsewhere' && it.ownersPlace === 'claims-ours'],
  imported: [(it) => isSound(it) && !it.hasRecord && it.recorded === 'nowhere' && isUndisputed(it)],
  moved: [
    (it) => isStray(it) && it.ownersPlace === 'empty' && isUndisputed(it),
    (it) => !it.isClashing && it.declares === 'absent' && it.strayClaimants === 1 && it.claimants === 1,
  ],
  ambiguous: [
    (it) => !it.isClashing && it.declares === 'nothing' && it.hasRecord && it.claimants > 0,
    (it) => isSound(it) && !it.hasRecord && it.recorded === 'nowhere' && !isUndisputed(it),
    (it) => isStray(it) && it.ownersPlace === 'empty' && !isUndisputed(it),
    (it) => isStray(it) && (it.ownersPlace === 'something-else' || it.ownersPlace === 'claims-ours'),
    (it) => !it.isClashing && it.declares === 'absent' && it.strayClaimants > 0 && it.claimants > 1,
  ],
  orphan: [(it) => !it.isClashing && it.declares === 'absent' && it.strayClaimants === 0],
};

/** Every class whose definition a root meets, once for each of its ways; a sound contract gives exactly one. */
export function classesMet(state: DiskState, root: string): readonly string[] {
  const facts = factsOf(state, root);
  return Object.entries(DEFINITIONS).flatMap(([name, ways]) => ways.filter((way) => way(facts)).map(() => name));
}
