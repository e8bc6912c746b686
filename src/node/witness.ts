import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';
import type { LockWitness } from 'prometeu-packer';
import { errnoOf } from './host-failure.js';

const START_FIELD = 22;

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
  const digest = createHash('sha256')
    .update(JSON.stringify([machine, processTable]))
    .digest('hex');
  return `${hostname()} ${digest.slice(0, 16)}`;
}

function isGone(process: number): boolean {
  try {
    kill(process, 0);
    return false;
  } catch (thrown) {
    return errnoOf(thrown) === 'ESRCH'; // EPERM: it runs, as another user's
  }
}

function processStart(process: number): string | null {
  if (isGone(process)) return null;
  const stat = textOr('', () => readFileSync(`/proc/${process}/stat`, 'latin1'));
  // The name of the program, field 2, stands in parentheses and may hold anything, also spaces and parentheses.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD - 3] ?? '';
}

/**
 * This process as it signs locks, and what it can tell of others. Only Linux has a boot id and process starts without
 * running a program; elsewhere `bootId` is empty, so no death is ever proven and a lock left by a crash has to be given
 * back by a person: the name of a machine is no proof that a missing process was its own.
 */
export function createWitness(): LockWitness {
  return {
    self: {
      host: hostId(),
      bootId: textOr('', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
      pid,
      processStart: processStart(pid) ?? '',
    },
    processStart,
  };
}
