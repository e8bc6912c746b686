import { isBytes } from '../base/is-bytes.js';
import { isStagingToken } from '../paths/staged-names.js';
import type { LockOwner } from './write-port.js';

/** Most bytes of a lock file; a larger one has no readable owner. */
export const MAX_LOCK_BYTES = 4096;

/**
 * The content of the lock file that says who holds the lock: one line of JSON.
 *
 * @example
 * ```ts
 * import { formatLockOwner } from 'prometeu-packer';
 *
 * const bytes = formatLockOwner({ token: '0123456789abcdef', host: 'here', bootId: 'b1', pid: 7, processStart: '100' });
 * console.log(JSON.parse(new TextDecoder().decode(bytes)).pid); // 7
 * ```
 */
export function formatLockOwner({ token, host, bootId, pid, processStart }: LockOwner): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ token, host, bootId, pid, processStart })}\n`);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null; // not UTF-8, or no JSON: there is no owner to be read
  }
}

/** Whether a value says who holds a lock. */
export function isLockOwner(value: unknown): value is LockOwner {
  if (typeof value !== 'object' || value === null) return false;
  const { token, host, bootId, pid, processStart } = value as Partial<Record<keyof LockOwner, unknown>>;
  return (
    typeof token === 'string' &&
    isStagingToken(token) &&
    typeof host === 'string' &&
    typeof bootId === 'string' &&
    typeof processStart === 'string' &&
    Number.isSafeInteger(pid) &&
    Number(pid) >= 0
  );
}

/**
 * Reads who holds a lock from the lock file's content; null where it does not say, or is no content. It is untrusted.
 *
 * @example
 * ```ts
 * import { parseLockOwner } from 'prometeu-packer';
 *
 * console.log(parseLockOwner(new TextEncoder().encode('no owner'))); // null
 * ```
 */
export function parseLockOwner(bytes: Uint8Array): LockOwner | null {
  const isContent = isBytes(bytes) && bytes.length <= MAX_LOCK_BYTES;
  const value = isContent ? parseJson(bytes) : null;
  if (!isLockOwner(value)) return null;
  const { token, host, bootId, pid, processStart } = value;
  return { token, host, bootId, pid, processStart };
}
