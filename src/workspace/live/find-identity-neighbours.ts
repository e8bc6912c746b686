import type { SortedMap } from '../../base/sorted-map.js';
import { claimedUuid } from '../claimed-uuid.js';
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
  const found = new Set<string>();
  const followed = new Set<string>();
  const toVisit = [...roots];
  const follow = (key: string): void => {
    if (followed.has(key)) return;
    followed.add(key);
    for (const root of claimants.get(key) ?? []) toVisit.push(root);
    for (const root of index.rootsByKey.get(key) ?? []) toVisit.push(root);
  };
  for (const key of keys) follow(key);
  for (let root = toVisit.pop(); root !== undefined; root = toVisit.pop()) {
    if (found.has(root)) continue;
    found.add(root);
    const claimed = claimedUuid(declarations.get(root)?.claim);
    if (claimed !== null) follow(claimed);
    for (const { parsed } of index.byRoot.get(root) ?? []) for (const key of identityKeys(parsed)) follow(key);
  }
  return found;
}
