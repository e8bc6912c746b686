import type { FaultGate } from './fault-gate.js';
import type { MemoryFolder } from './memory-node.js';

/** What the ports of one workspace share. */
export interface MemoryDisk {
  /** The workspace root. */
  readonly root: MemoryFolder;
  /** Whether `A` and `a` are two names. */
  readonly caseSensitive: boolean;
  /** What a name is found by. */
  readonly keyOf: (name: string) => string;
  /** The time of a change, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Puts a list, given in its natural order, into the one in which the host happens to give it. */
  readonly arrange: <T>(list: readonly T[]) => readonly T[];
  /** A token never given before. */
  readonly newToken: () => string;
  /** What every operation goes through. */
  readonly gate: FaultGate;
}
