import type { RememberedFolders } from '../artifacts/cache/model.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SnapshotMemory } from '../workspace/snapshot-memory.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { ReadContext } from './read-context.js';
import type { RetakenSnapshot } from './take-snapshot.js';

/**
 * What an observation leaves for the next one. It shows nothing, holds every declaration as it was parsed, and is of use in
 * the process that made it only: it is neither to be stored nor sent.
 */
export interface WorkspaceMemory {
  /** Only observations make it. */
  readonly '~prometeu.brand': 'WorkspaceMemory';
}

/** What stands in a {@link WorkspaceMemory}. */
export interface OpenedWorkspaceMemory extends WorkspaceMemory {
  /** The snapshot that was given out. */
  readonly snapshot: WorkspaceSnapshot;
  /** What its reading left. */
  readonly kept: SnapshotMemory;
  /** What there was to say of the journal. */
  readonly journal: readonly Diagnostic[];
  /** Whether files were looked at through a committed journal. */
  readonly seesThrough: boolean;
  /** The project's identity, as it was last known; null where it never was. */
  readonly projectUuid: string | null;
  /** What a survey by times goes by; absent until one was made. */
  readonly remembered?: RememberedFolders;
  /** How the workspace was read: a later reading is made alike. */
  readonly how: Pick<ReadContext, 'json' | 'sources' | 'folders' | 'diagnostics' | 'requireCurrent'>;
}

/** Whatever the versions of a registry are, one that could be read names its project. */
function projectOf({ registry }: SnapshotMemory): string | null {
  return registry.match(
    ({ parsed }) => parsed.projectUuid,
    () => null,
  );
}

/** Remembers an observation. */
export function closeWorkspaceMemory(taken: RetakenSnapshot, before: OpenedWorkspaceMemory | null): OpenedWorkspaceMemory {
  const { snapshot, memory: kept, journal, seesThrough, context } = taken;
  const { json, sources, folders, diagnostics, requireCurrent } = context;
  return {
    '~prometeu.brand': 'WorkspaceMemory',
    snapshot,
    kept,
    journal,
    seesThrough,
    projectUuid: projectOf(kept) ?? before?.projectUuid ?? null,
    how: { json, sources, folders, diagnostics, requireCurrent },
  };
}

/** Opens what an observation left. */
export function openWorkspaceMemory(memory: WorkspaceMemory): OpenedWorkspaceMemory {
  return memory as OpenedWorkspaceMemory; // nothing else makes one
}
