import { claimedUuid } from './claimed-uuid.js';
import type { IdentityVerdict } from './classify-identity.js';

/**
 * The roots a build depends on: each included record's, and every folder that claims its uuid or stands at its root. A
 * build is refused while one of them is not settled.
 */
export function findReachable(verdicts: readonly IdentityVerdict[]): ReadonlySet<string> {
  const included = verdicts.flatMap(({ record }) => (record?.included_in_build === true ? [record] : []));
  const uuids = new Set(included.map(({ asset_uuid }) => asset_uuid));
  const roots = new Set(included.map(({ root }) => root));
  const depended = verdicts.filter(({ root, claim }) => {
    const uuid = claimedUuid(claim);
    return roots.has(root) || (uuid !== null && uuids.has(uuid));
  });
  return new Set(depended.map(({ root }) => root));
}
