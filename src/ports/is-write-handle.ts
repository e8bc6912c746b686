import { hasMethods } from './has-methods.js';
import { isLockOwner } from './lock-owner.js';
import type { Lock, LockHeld, WriteHandle } from './write-port.js';

/** Whether a value is a handle for writing. */
export function isWriteHandle(value: unknown): value is WriteHandle {
  return hasMethods<WriteHandle>(value, ['write', 'sync', 'close']);
}

/** Whether a value is a lock, or says that another holds it. */
export function isLockAnswer(value: unknown): value is Lock | LockHeld {
  if (hasMethods<LockHeld>(value, []) && value.held === true) return value.owner === null || isLockOwner(value.owner);
  return hasMethods<Lock>(value, ['check', 'release']) && isLockOwner(value.owner);
}
