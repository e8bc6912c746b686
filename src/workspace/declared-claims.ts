import type { IdentityClaim } from '../artifacts/asset/claim.js';
import { claimedUuid } from './claimed-uuid.js';
import { awaitsIdentity, type IdentityTable } from './identity-table.js';

/** What is asked of a declaration. */
interface Declaration {
  readonly version: number | null;
  readonly claim: IdentityClaim;
}

function judgedClaim(root: string, declaration: Declaration, { declared }: IdentityTable): IdentityClaim {
  const identity = awaitsIdentity(declaration) ? declared.get(root) : undefined;
  return identity === undefined ? declaration.claim : { kind: 'valid', uuid: identity.uuid };
}

/**
 * What every folder claims once migrated: a declaration of a version without identity claims what the table declares for
 * it, and nothing where it declares nothing.
 *
 * While the registry is lost or cannot be read, or one of its records gets no identity, nothing can be told of a claim, but
 * that it is no uuid, and that folders dispute what a record was to get.
 *
 * @param isKnown - whether claims can be held against the registry, see `isRegistryKnown`.
 */
export function declaredClaims(
  assets: ReadonlyMap<string, Declaration>,
  table: IdentityTable,
  isKnown: boolean,
): ReadonlyMap<string, IdentityClaim> {
  if (isKnown) {
    const claims = new Map<string, IdentityClaim>();
    for (const [root, declaration] of assets) claims.set(root, judgedClaim(root, declaration, table));
    return claims;
  }
  const disputed = new Set<string | null>();
  for (const [root, { reason }] of table.refused) if (reason === 'ambiguous') disputed.add(claimedUuid(assets.get(root)?.claim));
  disputed.delete(null);
  return new Map(
    [...assets].map(([root, { claim }]) => {
      const isTold = claim.kind === 'invalid' || disputed.has(claimedUuid(claim));
      return [root, isTold ? claim : { kind: 'unknown' }];
    }),
  );
}
