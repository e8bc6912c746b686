import { claimedUuid } from './claimed-uuid.js';
import type { IdentityVerdict } from './classify-identity.js';
import type { Claimants } from './index-claimants.js';

/**
 * A way to settle an identity. None is taken without a person's word.
 *
 * - `update-root`: the record follows its asset to the folder it was moved to.
 * - `restore-claim`: the declaration claims again what the registry records for its folder.
 * - `canonicalise`: the claim is written in its canonical form.
 * - `new-identity`: the asset gets a new uuid and a new asset_id. A record at its root goes, and what it recorded is retired.
 * - `make-owner`, `choose-owner`: this folder keeps the identity in dispute (what it claims, else what is recorded for its
 *   root), and the record, if there is one, comes to this root; every other claimant, and a declaration that stands at the
 *   recorded root, gets a new identity.
 * - `remove`: the copy's `asset.json` goes; its other files stay.
 * - `keep-claim`: the folder is what its declaration claims: a record of that uuid comes to this root, else the uuid is
 *   registered; what was recorded for this root before is retired.
 * - `keep-record`: the declaration claims what the registry records for its folder.
 * - `swap-records`, `swap-claims`: the two records change roots, or the two declarations change claims.
 * - `register`, `register-new`: the asset gets a new uuid and a new asset_id. `register-keeping`: it keeps the uuid that it
 *   claims and gets a new asset_id.
 * - `remove-record`: the record goes, and what it recorded is retired.
 * - `edit-by-hand`: nothing that could be done for a person.
 */
export type IdentityChoice =
  | 'update-root'
  | 'restore-claim'
  | 'canonicalise'
  | 'new-identity'
  | 'make-owner'
  | 'choose-owner'
  | 'remove'
  | 'keep-claim'
  | 'keep-record'
  | 'swap-records'
  | 'swap-claims'
  | 'register'
  | 'register-keeping'
  | 'register-new'
  | 'remove-record'
  | 'edit-by-hand';

/** What can be done where the claim is worth nothing: what the registry records for the folder, if anything, is what counts. */
function choicesWithoutClaim(own: string | null, isClaimedElsewhere: (uuid: string) => boolean): readonly IdentityChoice[] {
  if (own === null) return ['new-identity'];
  return isClaimedElsewhere(own) ? ['choose-owner'] : ['restore-claim', 'new-identity'];
}

/**
 * The ways out of an identity verdict, the least change first; empty where there is nothing to settle, or where another
 * folder's verdict is the one to settle.
 *
 * @param claimants - who claims what, among all verdicts of the snapshot.
 */
export function choicesOf(verdict: IdentityVerdict, claimants: Claimants): readonly IdentityChoice[] {
  const { root, claim, record } = verdict;
  const isClaimedElsewhere = (uuid: string): boolean => claimants.get(uuid)?.some((claimant) => claimant !== root) === true;
  const isRecordedHere = record?.root === root;
  switch (verdict.class) {
    case 'ok':
    case 'unreadable':
      return [];
    case 'moved':
      return claim === null ? [] : ['update-root'];
    case 'lost-claim':
      return ['restore-claim'];
    case 'spelling':
      return ['canonicalise'];
    case 'copy':
      return isRecordedHere ? ['make-owner'] : ['new-identity', 'make-owner', 'remove'];
    case 'ambiguous':
      return claim === null ? [] : ['choose-owner'];
    case 'conflict':
      return isClaimedElsewhere(claimedUuid(claim) ?? '') ? ['keep-record'] : ['keep-claim', 'keep-record'];
    case 'swapped':
      return ['swap-records', 'swap-claims'];
    case 'invalid-claim':
    case 'retired-claim':
      return choicesWithoutClaim(isRecordedHere ? record.asset_uuid : null, isClaimedElsewhere);
    case 'unregistered':
      return ['register'];
    case 'imported':
      return ['register-keeping', 'register-new'];
    case 'orphan':
      return ['remove-record'];
    case 'id-conflict':
      return ['edit-by-hand'];
  }
}
