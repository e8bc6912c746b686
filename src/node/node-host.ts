import type { LockWitness } from 'prometeu-packer';
import type { Pace } from './pace.js';

/** What the ports of one workspace share. */
export interface NodeHost {
  /** The workspace folder, absolute and without symlinks. */
  readonly root: string;
  /** Keeps the event loop alive. */
  readonly pace: Pace;
  /** This process, as it takes locks. */
  readonly witness: LockWitness;
}
