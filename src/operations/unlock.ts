import { err, ok } from 'neverthrow';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import { LOCK_PATH } from '../paths/owned-paths.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { guardReadPort } from '../ports/guard-read-port.js';
import { guardWritePort } from '../ports/guard-write-port.js';
import { MAX_LOCK_BYTES, parseLockOwner } from '../ports/lock-owner.js';
import type { WriteHost } from '../ports/packer-host.js';
import type { PortError } from '../ports/port-error.js';
import { readBytes } from '../ports/read-bytes.js';
import type { LockOwner } from '../ports/write-port.js';
import { guardOperation } from './guard-operation.js';

/** Options of {@link unlock}. */
export interface UnlockOptions {
  /** The token of the lock to be broken, as PLAN_LOCKED tells it. */
  readonly owner: string;
  /** Only look whether the lock is that one; false unless told. */
  readonly preview?: boolean;
}

/** A lock that was broken, or could be. */
export interface Unlocked {
  /** `unlocked`: it is gone. `previewed`: it could be broken, and still stands. */
  readonly state: 'unlocked' | 'previewed';
  /** Who held it. */
  readonly owner: LockOwner;
}

const artifact = 'workspace';
const path = LOCK_PATH;
const location = { kind: 'file', file: path } as const;

function refuse(error: PortError, token: string, owner: LockOwner | null): Failure {
  switch (error.kind) {
    case 'not-found':
    case 'not-a-folder':
      return [diagnose('UNLOCK_NOT_LOCKED', { artifact, location, data: { path } })];
    case 'too-large':
    case 'lost':
      return [diagnose('UNLOCK_OTHER_OWNER', { artifact, location, data: { path, token, owner } })];
    default:
      return [diagnosePortError(error, artifact)];
  }
}

/**
 * Breaks the lock that a packer left behind, for a person who knows that it will not come back, and names its token. Any
 * other lock stays. What that packer had committed is finished by the next apply, or by `recover`; if it lives after all, it
 * finds its lock gone before it commits, and changes nothing.
 *
 * Codes: UNLOCK_NOT_LOCKED, UNLOCK_OTHER_OWNER, and those of a port error.
 *
 * @example
 * ```ts
 * import { unlock } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const done = await unlock(createMemoryWorkspace(), { owner: '0123456789abcdef' });
 * console.log(done.isErr() && done.error[0].code); // UNLOCK_NOT_LOCKED
 * ```
 */
export function unlock(host: WriteHost, options: UnlockOptions): Promise<Outcome<Unlocked>> {
  return guardOperation('unlock', async (): Promise<Outcome<Unlocked>> => {
    const { owner: token, preview = false } = options;
    const read = await readBytes(guardReadPort(host.read), path, MAX_LOCK_BYTES);
    if (read.isErr()) return err(refuse(read.error, token, null));
    const owner = parseLockOwner(read.value);
    if (owner?.token !== token) return err([diagnose('UNLOCK_OTHER_OWNER', { artifact, location, data: { path, token, owner } })]);
    if (preview) return ok({ value: { state: 'previewed', owner }, diagnostics: [] });
    const broken = await guardWritePort(host.write).breakLock(path, token);
    return broken
      .map((): { readonly value: Unlocked; readonly diagnostics: readonly [] } => ({
        value: { state: 'unlocked', owner },
        diagnostics: [],
      }))
      .mapErr((error) => refuse(error, token, null));
  });
}
