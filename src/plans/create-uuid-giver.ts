import { err, ok, type Result } from 'neverthrow';
import { isCanonicalUuid } from '../codec/uuid.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { IdentitySource } from '../ports/identity-source.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';

function usedUuids({ registry, assets }: WorkspaceSnapshot): Set<string> {
  const used = new Set<string>();
  if (registry !== null) used.add(registry.project_uuid);
  for (const { asset_uuid } of registry?.assets ?? []) used.add(asset_uuid);
  for (const { asset_uuid } of registry?.retired ?? []) used.add(asset_uuid);
  for (const { identity } of assets)
    if (identity.claim?.kind === 'valid' || identity.claim?.kind === 'spelling') used.add(identity.claim.uuid);
  return used;
}

/**
 * Asks the identity source for new uuids and believes none that is not canonical, or that the workspace records, has
 * retired or claims already.
 */
export function createUuidGiver(identity: IdentitySource, snapshot: WorkspaceSnapshot): () => Result<string, Diagnostic> {
  const used = usedUuids(snapshot);
  return () => {
    const uuid = identity.newUuid();
    if (isCanonicalUuid(uuid) && !used.has(uuid)) {
      used.add(uuid);
      return ok(uuid);
    }
    const location = { kind: 'file', file: REGISTRY_PATH } as const;
    return err(diagnose('REGISTER_IDENTITY_REFUSED', { artifact: 'registry', location, data: { found: uuid } }));
  };
}
