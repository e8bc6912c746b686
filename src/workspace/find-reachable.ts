import { claimedUuid } from './claimed-uuid.js';
import type { IdentityVerdict } from './classify-identity.js';

/** Whether a root is what is recorded of it. Of an identity that is settled, no other root claims anything. */
function isOwn({ class: name, root, claim, record }: IdentityVerdict): boolean {
  return name === 'ok' && record?.root === root && claimedUuid(claim) === record.asset_uuid;
}

/** The same where that is so of all. */
function reachableRecords(verdicts: readonly IdentityVerdict[]): ReadonlySet<string> {
  const reachable = new Set<string>();
  for (const { root, record } of verdicts) if (record?.included_in_build === true) reachable.add(root);
  return reachable;
}

/**
 * The roots a build depends on: each included record's, and every folder that claims its uuid or stands at its root. A
 * build is refused while one of them is not settled.
 */
export function findReachable(verdicts: readonly IdentityVerdict[]): ReadonlySet<string> {
  if (verdicts.every(isOwn)) return reachableRecords(verdicts);
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
