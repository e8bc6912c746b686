import type { IdentityClaim } from '../artifacts/asset/claim.js';

/** The canonical form of the uuid that is claimed; null where none is, or what is claimed is none. */
export function claimedUuid(claim: IdentityClaim | null | undefined): string | null {
  return claim?.kind === 'valid' || claim?.kind === 'spelling' ? claim.uuid : null;
}
