import type { RegistryRecord } from '../../artifacts/registry/model.js';
import { claimedUuid } from '../../workspace/claimed-uuid.js';
import type { IdentityVerdict } from '../../workspace/classify-identity.js';
import { type Claimants, indexClaimants } from '../../workspace/index-claimants.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';

/** Who is recorded where, and who claims what. */
export interface IdentityScene {
  /** The verdict on each root. */
  readonly verdicts: ReadonlyMap<string, IdentityVerdict>;
  /** Who claims what. */
  readonly claimants: Claimants;
  /** The record of a root; undefined where there is none. */
  readonly recordAt: (root: string) => RegistryRecord | undefined;
  /** The record of a uuid; undefined where there is none. */
  readonly recordOf: (uuid: string) => RegistryRecord | undefined;
  /** The uuid that a root claims; null where it claims none that is one. */
  readonly claimAt: (root: string) => string | null;
  /** The other folders that claim a uuid. */
  readonly othersClaiming: (uuid: string, root: string) => readonly string[];
}

/** Looks at a snapshot for what settling an identity has to know. */
export function identitySceneOf({ assets, registry }: Pick<WorkspaceSnapshot, 'assets' | 'registry'>): IdentityScene {
  const verdicts = new Map(assets.map(({ root, identity }) => [root, identity]));
  const claimants = indexClaimants(verdicts.values());
  const byRoot = new Map(registry?.assets.map((record) => [record.root, record]));
  const byUuid = new Map(registry?.assets.map((record) => [record.asset_uuid, record]));
  return {
    verdicts,
    claimants,
    recordAt: (root) => byRoot.get(root),
    recordOf: (uuid) => byUuid.get(uuid),
    claimAt: (root) => claimedUuid(verdicts.get(root)?.claim),
    othersClaiming: (uuid, root) => (claimants.get(uuid) ?? []).filter((other) => other !== root),
  };
}
