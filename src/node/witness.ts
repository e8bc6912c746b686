import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { LockWitness } from 'prometeu-packer';
import { errnoOf } from './host-failure.js';
import { lateModule } from './late-module.js';

const START_FIELD = 22;
const crypto = lateModule('node:crypto');

function textOr(fallback: string, read: () => string): string {
  try {
    return read().trim();
  } catch {
    return fallback; // not Linux, or hidden: unknown proves nothing
  }
}

/**
 * Names this machine's process table. The name of a machine alone does not: two machines that share a disk may both be
 * `localhost`, and two containers of one machine have one boot id but each its own process numbers.
 */
function hostId(): string {
  const machine = textOr('', () => readFileSync('/etc/machine-id', 'utf8'));
  const processTable = textOr('', () => readlinkSync('/proc/self/ns/pid'));
  const digest = crypto()
    .createHash('sha256')
    .update(JSON.stringify([machine, processTable]))
    .digest('hex');
  return `${hostname()} ${digest.slice(0, 16)}`;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (thrown) {
    return errnoOf(thrown) === 'ESRCH'; // EPERM: it runs, as another user's
  }
}

function processStart(pid: number): string | null {
  if (isGone(pid)) return null;
  const stat = textOr('', () => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name of the program, field 2, stands in parentheses and may hold anything, also spaces and parentheses.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD - 3] ?? '';
}

function ownSignature(): LockWitness['self'] {
  return {
    host: hostId(),
    bootId: textOr('', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    pid: process.pid,
    processStart: processStart(process.pid) ?? '',
  };
}

/**
 * This process as it signs locks, and what it can tell of others. Only Linux has a boot id and process starts without
 * running a program; elsewhere `bootId` is empty, so no death is ever proven and a lock left by a crash has to be given
 * back by a person: the name of a machine is no proof that a missing process was its own. Who never locks is never asked
 * who they are: it takes a look at four files of the system.
 */
export function createWitness(): LockWitness {
  let self: LockWitness['self'] | null = null;
  return {
    get self() {
      self ??= ownSignature();
      return self;
    },
    processStart,
  };
}
