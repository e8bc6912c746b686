import type { IdentityClaim } from '../artifacts/asset/claim.js';
import { claimedUuid } from './claimed-uuid.js';

/** Roots of the folders that claim a uuid, by the uuid's canonical form; in the order in which they were given. */
export type Claimants = ReadonlyMap<string, readonly string[]>;

/** Finds who claims what. Identity verdicts will do, and so will anything else that has a root and a claim. */
export function indexClaimants(
  claims: Iterable<{
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** What it claims; null where it holds no `asset.json`. */
    readonly claim: IdentityClaim | null;
  }>,
): Claimants {
  const claimants = new Map<string, string[]>();
  for (const { root, claim } of claims) {
    const uuid = claimedUuid(claim);
    if (uuid === null) continue;
    const known = claimants.get(uuid);
    if (known === undefined) claimants.set(uuid, [root]);
    else known.push(root);
  }
  return claimants;
}
