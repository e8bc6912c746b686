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
  /** Whether what was read is kept for a next reading; where it is not, the memory that comes of it has no listings and declarations. */
  readonly keeps: boolean;
}

/** A first reading. */
export function recallNothing({ asksTimes = false, keeps = true }: Partial<Pick<Recall, 'asksTimes' | 'keeps'>> = {}): Recall {
  return { memory: null, isKnown: () => false, asksTimes, keeps };
}
