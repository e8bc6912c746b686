import type { OverlaidDocuments } from './create-overlays.js';
import type { SessionState, SessionSummary } from './session-summary.js';
import type { ShownWorkspace } from './shown-workspace.js';

/** What is shown, in short. */
export function summarizeSession(
  { revision, observed, verdict, counts, findings }: ShownWorkspace,
  state: SessionState,
  documents: OverlaidDocuments,
): SessionSummary {
  const { id, assets, registryMigration, registryVersion } = observed.snapshot;
  const migrations = assets.filter(({ migration }) => migration !== null).length;
  return {
    revision,
    snapshotId: id,
    state,
    verdict: verdict(),
    counts,
    filesWithFindings: findings.size,
    assets: assets.length,
    pendingMigrations: migrations + (registryMigration === null ? 0 : 1),
    registryVersion,
    overlays: [...documents.values()].map(({ path, version }) => ({ path, version })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
