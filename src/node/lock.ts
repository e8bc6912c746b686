import { err, ok } from 'neverthrow';
import {
  isProvenDead,
  portFailure,
  type Lock,
  type LockHeld,
  type LockOwner,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
  type WritePort,
} from 'prometeu-packer';
import { lateModule } from './late-module.js';
import { besideLock, createLockFile, readLockFile, removeLockFile, replaceLockFile } from './lock-file.js';
import type { NodeHost } from './node-host.js';

const crypto = lateModule('node:crypto');

/** How often another may take or give back the lock between our look and our move, before we give up. */
const MOST_TRIES = 16;

function lockOf(host: NodeHost, path: WorkspacePath, owner: LockOwner): Lock {
  const confirm = async (operation: PortOperation): Promise<PortResult<void>> => {
    const found = await readLockFile(host, operation, path);
    const isLost = found.isOk() ? found.value?.token !== owner.token : found.error.kind === 'not-found';
    return isLost ? portFailure('lost', operation, path) : found.map(() => undefined);
  };
  return {
    owner,
    check: () => confirm('check'),
    release: async () => {
      const ours = await confirm('unlock');
      return ours.isErr() ? ours : removeLockFile(host, path);
    },
  };
}

/**
 * Puts our lock in place of a dead owner's. Of all who find that owner dead only one gets the lock named after its token,
 * and only who holds that one replaces the lock, after another look. So no lock of a living owner is ever moved. Where
 * who held it died too, it is taken over in the same way.
 *
 * @returns undefined where the lock changed meanwhile.
 */
async function takeOver(
  host: NodeHost,
  path: WorkspacePath,
  dead: LockOwner,
  owner: LockOwner,
): Promise<PortResult<Lock | LockHeld | undefined>> {
  const beside = besideLock(path, dead.token);
  if (beside.isErr()) return err(beside.error);
  const right = await contend(host, beside.value);
  if (right.isErr() || 'held' in right.value) return right;
  const found = await readLockFile(host, 'lock', path);
  const isStillThere = found.isOk() && found.value?.token === dead.token;
  const replaced = isStillThere ? await replaceLockFile(host, path, owner) : ok();
  (await right.value.release()).unwrapOr(undefined); // what stays behind is a staged file like any other, and swept like them
  return replaced.map(() => (isStillThere ? lockOf(host, path, owner) : undefined));
}

async function contend(host: NodeHost, path: WorkspacePath): Promise<PortResult<Lock | LockHeld>> {
  const owner: LockOwner = { token: crypto().randomUUID().replaceAll('-', ''), ...host.witness.self };
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const found = await readLockFile(host, 'lock', path);
    if (found.isOk()) {
      if (found.value === null || !isProvenDead(found.value, host.witness)) return ok({ held: true, owner: found.value });
      const taken = await takeOver(host, path, found.value, owner);
      if (taken.isErr()) return err(taken.error);
      if (taken.value !== undefined) return ok(taken.value);
    } else {
      if (found.error.kind !== 'not-found') return err(found.error);
      const created = await createLockFile(host, path, owner);
      if (created.isOk()) return ok(lockOf(host, path, owner));
      const isRace = created.error.kind === 'exists' || (created.error.kind === 'not-found' && created.error.path === path);
      if (!isRace) return err(created.error);
    }
  }
  return portFailure('busy', 'lock', path);
}

/**
 * `breakLock` of the Node adapter. Goes through the lock named after the token, as taking over a dead owner's lock does, so
 * that nobody puts a living lock there between the look and the removal; but for an owner that lives after all and gives the
 * lock back in that very moment.
 */
export function createBreakLock(host: NodeHost): WritePort['breakLock'] {
  return async (path, token) => {
    const found = await readLockFile(host, 'unlock', path);
    if (found.isErr()) return err(found.error);
    if (found.value?.token !== token) return portFailure('lost', 'unlock', path);
    const beside = besideLock(path, token);
    if (beside.isErr()) return err(beside.error);
    const right = await contend(host, beside.value);
    if (right.isErr()) return portFailure(right.error.kind, 'unlock', path, right.error.detail);
    if ('held' in right.value) return portFailure('busy', 'unlock', path);
    const broken = await lockOf(host, path, found.value).release();
    (await right.value.release()).unwrapOr(undefined); // what stays behind is a staged file like any other, and swept like them
    return broken;
  };
}

/** `lock` of the Node adapter. */
export function createLock(host: NodeHost): WritePort['lock'] {
  return (path) => contend(host, path);
}
