import { registryDescriptor } from '../../artifacts/registry/descriptor.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import { classifyRefusal, classifyUnread } from '../../versioning/classify-refusal.js';
import type { TrustStage } from '../../versioning/trust-stage.js';
import type { AssetState } from '../../workspace/asset-state.js';
import type { SnapshotMemory } from '../../workspace/snapshot-memory.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { type ArtifactReport, artifactReport } from './artifact-report.js';
import { acceptedVersion, type FoundVersion, refusedVersion } from './found-version.js';

/** Whether every record stands at the folder that claims it, with an identity that stands in a file. */
function isReconciled({ blocked, assets }: WorkspaceSnapshot): boolean {
  const isSettled = ({ identity, migration }: AssetState): boolean =>
    identity.record === null || (identity.class === 'ok' && migration?.identity?.origin !== 'derived');
  return !blocked && assets.every(isSettled);
}

function stageOf(snapshot: WorkspaceSnapshot, version: number, sound: boolean): TrustStage {
  const { registry, registryMigration } = snapshot;
  if (!sound) return 'version';
  if (registry !== null) return isReconciled(snapshot) ? 'reconciled' : 'meaning';
  const isMigrated = registryMigration?.steps.every(({ outcome }) => outcome === 'succeeded') ?? version === registryDescriptor.current;
  return isMigrated ? 'migrated' : 'structure';
}

function findVersion(snapshot: WorkspaceSnapshot, { registry }: Pick<SnapshotMemory, 'registry'>): FoundVersion {
  if (registry.isErr()) return refusedVersion(classifyUnread(registry.error));
  const { version, sound, diagnostics } = registry.value.parsed;
  if (version === null) return refusedVersion(classifyRefusal(diagnostics));
  return acceptedVersion(registryDescriptor, version, stageOf(snapshot, version, sound));
}

/** Reports on the registry. Pure: from what the readers kept. */
export function reportRegistry(
  snapshot: WorkspaceSnapshot,
  memory: Pick<SnapshotMemory, 'registry'>,
  codes: (files: readonly string[]) => readonly string[],
): ArtifactReport {
  return artifactReport('registry', REGISTRY_PATH, findVersion(snapshot, memory), { codes: codes([REGISTRY_PATH]) });
}
