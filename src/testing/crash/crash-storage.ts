import type { ComputePort } from 'prometeu-packer';
import type { CrashGate } from './crash-gate.js';
import type { CrashLog } from './crash-log.js';
import type { CrashFolder } from './crash-node.js';

/** What the ports of one crash disk share. */
export interface CrashStorage {
  /** The workspace root. */
  readonly root: CrashFolder;
  /** Everything done since the disk was mounted. */
  readonly log: CrashLog;
  /** What every operation goes through. */
  readonly gate: CrashGate;
  /** The time of a change: it counts up. */
  readonly clock: () => number;
  /** Digests. */
  readonly compute: Pick<ComputePort, 'sha256'>;
  /** SHA-256 of contents seen before, here and on the disks that this one was mounted from. */
  readonly digests: WeakMap<Uint8Array, string>;
}
