import type { SortedMap } from '../../base/sorted-map.js';
import { claimedUuid } from '../claimed-uuid.js';
import { findConnected } from './find-connected.js';
import type { FollowedDeclaration } from './live-state.js';
import { identityKeys, type RegistryIndex } from './registry-index.js';

/** What connects roots: who claims what, and what is recorded for whom. */
export interface IdentityEvidence {
  /** Declarations by root. */
  readonly declarations: SortedMap<FollowedDeclaration>;
  /** Roots by the uuid that they claim. */
  readonly claimants: SortedMap<readonly string[]>;
  /** Records. */
  readonly index: RegistryIndex;
}

/**
 * Finds every root whose identity can depend on that of some others: those that claim or record one uuid, or record one number,
 * and so on from these. The verdict on a root follows from the records and claims that are found here, and from no others.
 *
 * @param keys - uuids besides: those that were claimed before and no longer are.
 */
export function findIdentityNeighbours(
  roots: Iterable<string>,
  keys: Iterable<string>,
  { declarations, claimants, index }: IdentityEvidence,
): ReadonlySet<string> {
  return findConnected(roots, keys, {
    keysOf: (root) => {
      const claimed = claimedUuid(declarations.get(root)?.claim);
      const recorded = (index.byRoot.get(root) ?? []).flatMap(({ parsed }) => [...identityKeys(parsed)]);
      return claimed === null ? recorded : [claimed, ...recorded];
    },
    rootsOf: (key) => [...(claimants.get(key) ?? []), ...(index.rootsByKey.get(key) ?? [])],
  });
}
