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
    if (roots.has(root)) return true;
    return (claim?.kind === 'valid' || claim?.kind === 'spelling') && uuids.has(claim.uuid);
  });
  return new Set(depended.map(({ root }) => root));
}
