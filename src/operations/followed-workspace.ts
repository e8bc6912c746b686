import { once } from '../base/once.js';
import type { SeverityCounts } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AssetState } from '../workspace/asset-state.js';
import type { LiveState } from '../workspace/live/live-state.js';
import { liveSnapshot } from '../workspace/live/live-snapshot.js';
import type { LiveOptions } from '../workspace/live/read-changes.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { Verdict } from './doctor/judge-workspace.js';
import { liveVerdict } from './live-verdict.js';

/** The findings of one file. */
export interface FollowedFile {
  /** Path from the workspace root; empty for the workspace as a whole. */
  readonly file: string;
  /** Its findings, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A workspace that is followed, as it was at one look: it never changes. What it is asked for takes as long as the answer is,
 * and no longer where the workspace is large, but for {@link FollowedWorkspace.snapshot}. It is of use in the process that made
 * it only; everything that it answers is plain data.
 */
export interface FollowedWorkspace {
  /** Findings by severity, exact also where a list was cut. */
  readonly counts: SeverityCounts;
  /** How many files have findings. */
  readonly fileCount: number;
  /** How many assets there are, records without a folder included. */
  readonly assetCount: number;
  /** How many declarations and registries a migration would change. */
  readonly migrationCount: number;
  /** The registry's schema version as found; null where there is none. */
  readonly registryVersion: number | null;
  /** The findings of one file, by its path from the workspace root; of the empty path, those of the workspace as a whole. */
  readonly diagnosticsOf: (file: string) => readonly Diagnostic[];
  /** Files that have findings, by path: so many, beginning with the one of an index. */
  readonly files: (from: number, limit: number) => readonly FollowedFile[];
  /** Assets by root: so many, beginning with the one of an index. */
  readonly assets: (from: number, limit: number) => readonly AssetState[];
  /** What it allows: what `workspaceVerdict` says of the snapshot. */
  readonly verdict: () => Verdict;
  /** All of it, as `readWorkspace` gives it. Made when it is first asked for, which takes long in a large workspace. */
  readonly snapshot: () => WorkspaceSnapshot;
}

/** What stands behind a {@link FollowedWorkspace}. */
export interface OpenedFollowing {
  /** What was read and judged. */
  readonly state: LiveState;
  /** How: a later look is made alike. */
  readonly how: Omit<LiveOptions, 'signal'>;
  /** Whether files were looked at through a committed journal. */
  readonly seesThrough: boolean;
  /** The project's identity, as it was last known; null where it never was. */
  readonly projectUuid: string | null;
}

interface Following extends FollowedWorkspace {
  readonly '~prometeu.following': OpenedFollowing;
}

/** Shows what was read and judged. */
export function showFollowed(following: OpenedFollowing): FollowedWorkspace {
  const { state, how } = following;
  const { findings, judged, tally, registry } = state;
  const sum = (name: string): number => tally.get(name) ?? 0;
  const snapshot = once(() => liveSnapshot(state, how.compute));
  const shown: Following = {
    '~prometeu.following': following,
    counts: { error: sum('error'), warning: sum('warning'), info: sum('info') },
    fileCount: findings.size,
    assetCount: judged.size,
    migrationCount: sum('migrations') + ((registry.accepted?.migration ?? null) === null ? 0 : 1),
    registryVersion: registry.accepted?.version ?? null,
    diagnosticsOf: (file) => findings.get(file)?.diagnostics ?? [],
    files: (from, limit) => findings.slice(from, limit).map(([file, { diagnostics }]) => ({ file, diagnostics })),
    assets: (from, limit) => judged.slice(from, limit).map(([, root]) => root.state),
    verdict: once(() => liveVerdict(state, snapshot)),
    snapshot,
  };
  return shown;
}

/** Opens what stands behind a workspace that is followed. */
export function openFollowed(followed: FollowedWorkspace): OpenedFollowing {
  return (followed as Following)['~prometeu.following']; // nothing else makes one
}
