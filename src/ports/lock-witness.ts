import type { LockOwner } from './write-port.js';

/** What a port knows of its own process and of others on its machine, to take locks and to judge those of others. */
export interface LockWitness {
  /** This process, as it signs its locks. */
  readonly self: Omit<LockOwner, 'token'>;
  /**
   * When the process of that number on this machine started, in the same terms as `self.processStart`; null where no
   * such process runs; empty where it cannot be told.
   */
  readonly processStart: (pid: number) => string | null;
}

/**
 * Whether the owner of a lock is proven dead (CONTRACT 6): it ran on this host, and either under an earlier boot, or
 * under this boot with its process gone, or its process number now another's. What is unknown proves nothing: a host
 * without a boot id never proves a death. Age is no proof either.
 *
 * @example
 * ```ts
 * import { isProvenDead } from 'prometeu-packer';
 *
 * const self = { host: 'here', bootId: 'b1', pid: 7, processStart: '100' };
 * const owner = { ...self, token: '0123456789abcdef', pid: 8 };
 * console.log(isProvenDead(owner, { self, processStart: () => null })); // true
 * ```
 */
export function isProvenDead(owner: LockOwner, { self, processStart }: LockWitness): boolean {
  if (owner.host === '' || owner.host !== self.host) return false;
  if (owner.bootId === '' || self.bootId === '') return false;
  if (owner.bootId !== self.bootId) return true;
  if (owner.pid === 0) return false;
  const start = processStart(owner.pid);
  if (start === null) return true;
  return start !== '' && owner.processStart !== '' && start !== owner.processStart;
}
