import type { WorkspacePath } from '../paths/workspace-path.js';
import type { SnapshotMemory } from './snapshot-memory.js';

/** What a reading may take from the one before it. */
export interface Recall {
  /** What that one left; null for a first reading. */
  readonly memory: SnapshotMemory | null;
  /** Whether a file or folder is taken as it was without being looked at. */
  readonly isKnown: (path: WorkspacePath) => boolean;
  /**
   * Whether files are asked for their times before they are read: one whose size and time are as they were, and whose time is
   * proof (see {@link isSettled}), is not read again.
   */
  readonly asksTimes: boolean;
}

/** A first reading. */
export function recallNothing(asksTimes = false): Recall {
  return { memory: null, isKnown: () => false, asksTimes };
}
