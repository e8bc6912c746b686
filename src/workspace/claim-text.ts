import type { IdentityClaim } from '../artifacts/asset/claim.js';

/** What a claim says, as it is shown; null where nothing is claimed. */
export function claimText(claim: IdentityClaim | null | undefined): string | null {
  switch (claim?.kind) {
    case 'valid':
      return claim.uuid;
    case 'spelling':
    case 'invalid':
      return claim.found;
    default:
      return null;
  }
}
