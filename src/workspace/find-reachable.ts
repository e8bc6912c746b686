import { claimedUuid } from './claimed-uuid.js';
import type { IdentityVerdict } from './classify-identity.js';

/**
 * The roots a build depends on: each included record's, and every folder that claims its uuid or stands at its root. A
 * build is refused while one of them is not settled.
 */
export function findReachable(verdicts: readonly IdentityVerdict[]): ReadonlySet<string> {
  const uuids = new Set<string>();
  const roots = new Set<string>();
  for (const { record } of verdicts) {
    if (record?.included_in_build !== true) continue;
    uuids.add(record.asset_uuid);
    roots.add(record.root);
  }
  const reachable = new Set<string>();
  for (const { root, claim } of verdicts) {
    const uuid = claimedUuid(claim);
    if (roots.has(root) || (uuid !== null && uuids.has(uuid))) reachable.add(root);
  }
  return reachable;
}
