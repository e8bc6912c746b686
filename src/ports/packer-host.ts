import type { ComputePort } from './compute-port.js';
import type { IdentitySource } from './identity-source.js';
import type { LockWitness } from './lock-witness.js';
import type { ReadPort } from './read-port.js';
import type { WritePort } from './write-port.js';

/** What reading operations need of their surroundings. */
export interface ReadHost {
  /** How to read the workspace. */
  readonly read: ReadPort;
  /** Digests and inflation; the portable ones where absent. */
  readonly compute?: ComputePort;
  /** What can be told of the processes of this machine, so that a lock is known for a dead one's; nothing where absent. */
  readonly witness?: LockWitness;
}

/** What applying a plan needs besides. */
export interface WriteHost extends ReadHost {
  /** How to write the workspace. */
  readonly write: WritePort;
  /** A new random text of 16 lower-case hexadecimal digits: names staged files. */
  readonly newToken: () => string;
}

/** What registering assets needs besides. */
export interface RegisterHost extends ReadHost {
  /** Where new identities come from. */
  readonly identity: IdentitySource;
}

/** Everything the packer can be given; adapters make one. */
export interface PackerHost extends WriteHost, RegisterHost {}
