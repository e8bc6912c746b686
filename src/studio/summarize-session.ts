import type { OverlaidDocuments } from './create-overlays.js';
import type { SessionState, SessionSummary } from './session-summary.js';
import type { ShownWorkspace } from './shown-workspace.js';

/** What is shown, in short. */
export function summarizeSession(
  { revision, followed }: ShownWorkspace,
  state: SessionState,
  documents: OverlaidDocuments,
): SessionSummary {
  return {
    revision,
    state,
    verdict: followed.verdict(),
    counts: followed.counts,
    filesWithFindings: followed.fileCount,
    assets: followed.assetCount,
    pendingMigrations: followed.migrationCount,
    registryVersion: followed.registryVersion,
    overlays: [...documents.values()].map(({ path, version }) => ({ path, version })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
