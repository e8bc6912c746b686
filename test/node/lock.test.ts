import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLockOwner, parseLockOwner, type Lock, type LockHeld, type LockOwner, type WritePort } from 'prometeu-packer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { createWitness } from '../../src/node/witness.js';
import { at } from '../ports/at.js';
import { makeTempFolder } from './temp-folder.js';

const LOCK = at('lock');
const TOKEN = '0123456789abcdef';

let temp: ReturnType<typeof makeTempFolder>;
let write: WritePort;
beforeEach(() => {
  temp = makeTempFolder();
  ({ write } = openNodeWorkspace(temp.folder)._unsafeUnwrap());
});
afterEach(() => temp.remove());

const leave = (owner: LockOwner, name = 'lock') => writeFileSync(join(temp.folder, name), formatLockOwner(owner));
const lock = async (port = write): Promise<Lock | LockHeld> => (await port.lock(LOCK))._unsafeUnwrap();
const isHeld = (answer: Lock | LockHeld): answer is LockHeld => 'held' in answer;

/** A process that does nothing until it is killed, and how it would sign a lock. */
async function startOwner(): Promise<{ readonly child: ChildProcess; readonly owner: LockOwner }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const { self, processStart } = createWitness();
  const pid = child.pid ?? 0;
  return { child, owner: { ...self, token: TOKEN, pid, processStart: processStart(pid) ?? '' } };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('the lock of the Node adapter', () => {
  it('is held while its process lives, and taken over once it is killed (X14)', async () => {
    const { child, owner } = await startOwner();
    leave(owner);
    expect(await lock()).toEqual({ held: true, owner });
    await kill(child);
    const taken = await lock();
    expect(isHeld(taken)).toBe(false);
    expect(parseLockOwner(readFileSync(join(temp.folder, 'lock')))).toEqual(isHeld(taken) ? null : taken.owner);
    expect(readdirSync(temp.folder)).toEqual(['lock']);
  });

  it('is taken over where its process number is now another process (X14)', async () => {
    const { child, owner } = await startOwner();
    leave({ ...owner, processStart: '1' });
    expect(isHeld(await lock())).toBe(false);
    await kill(child);
  });

  it.each<[string, Partial<LockOwner>]>([
    ['the start of its process is not known', { processStart: '' }],
    ['its process is of another host', { host: 'another', pid: 2 ** 22 + 1 }],
    ['the machine has no boot id', { bootId: '', pid: 2 ** 22 + 1 }],
    ['there are no processes', { pid: 0 }],
    ['its process number is past all numbers', { pid: 2 ** 40 }],
    ['it is a process of another user', { pid: 1, processStart: '' }],
  ])('is held where %s (X14)', async (_, change) => {
    const owner = { ...createWitness().self, token: TOKEN, ...change };
    leave(owner);
    expect(await lock()).toEqual({ held: true, owner });
  });

  it('goes to one of many that find a dead owner, again and again (X13)', async () => {
    const ports = Array.from({ length: 8 }, () => openNodeWorkspace(temp.folder)._unsafeUnwrap().write);
    const dead = { ...createWitness().self, bootId: 'an earlier boot' };
    for (let round = 0; round < 20; round += 1) {
      leave({ ...dead, token: round.toString(16).padStart(16, '0') });
      const answers = await Promise.all(ports.map(lock));
      const locks = answers.filter((answer): answer is Lock => !isHeld(answer));
      expect(locks).toHaveLength(1);
      for (const taken of locks) {
        expect((await taken.check()).isOk()).toBe(true);
        expect((await taken.release()).isOk()).toBe(true);
      }
    }
    expect(readdirSync(temp.folder)).toEqual([]);
  });

  it('is taken over also where who was taking it over died too', async () => {
    const dead = { ...createWitness().self, bootId: 'an earlier boot', token: TOKEN };
    leave(dead);
    leave({ ...dead, token: 'fedcba9876543210' }, `.lock.${TOKEN}.prometeu.tmp`);
    expect(isHeld(await lock())).toBe(false);
    expect(readdirSync(temp.folder)).toEqual(['lock']);
  });

  it('is held where another, who lives, is taking it over', async () => {
    const { self } = createWitness();
    leave({ ...self, bootId: 'an earlier boot', token: TOKEN });
    const taker = { ...self, token: 'fedcba9876543210' };
    leave(taker, `.lock.${TOKEN}.prometeu.tmp`);
    expect(await lock()).toEqual({ held: true, owner: taker });
  });

  it('is not broken while another, who lives, is taking it over or breaking it', async () => {
    const { self } = createWitness();
    const dead = { ...self, bootId: 'an earlier boot', token: TOKEN };
    const taker = { ...self, token: 'fedcba9876543210' };
    leave(dead);
    leave(taker, `.lock.${TOKEN}.prometeu.tmp`);
    expect((await write.breakLock(LOCK, TOKEN))._unsafeUnwrapErr()).toMatchObject({ kind: 'busy', operation: 'unlock' });
    expect(parseLockOwner(readFileSync(join(temp.folder, 'lock')))).toEqual(dead);
  });

  it('is broken for whoever names its token, also while its process lives', async () => {
    const { child, owner } = await startOwner();
    leave(owner);
    expect((await write.breakLock(LOCK, 'fedcba9876543210'))._unsafeUnwrapErr().kind).toBe('lost');
    expect((await write.breakLock(LOCK, TOKEN)).isOk()).toBe(true);
    expect(readdirSync(temp.folder)).toEqual([]);
    await kill(child);
  });

  it('is lost where it is removed by hand (X15)', async () => {
    const taken = await lock();
    (await write.remove(LOCK))._unsafeUnwrap();
    expect(isHeld(taken) ? undefined : (await taken.check())._unsafeUnwrapErr()).toMatchObject({ kind: 'lost', operation: 'check' });
  });
});

describe('createWitness', () => {
  it('tells this process, a process that is gone, and one that cannot be looked at', () => {
    const { self, processStart } = createWitness();
    expect(self.pid).toBe(process.pid);
    expect(processStart(process.pid)).toBe(self.processStart);
    expect(self.processStart).toMatch(/^[0-9]+$/);
    expect(processStart(2 ** 22 + 1)).toBeNull();
    expect(processStart(2 ** 40)).toBe('');
  });

  it('tells when a process started, whatever its name is', () => {
    const { title } = process;
    const { self, processStart } = createWitness();
    process.title = 'a) 1 2 (b';
    expect(processStart(process.pid)).toBe(self.processStart);
    process.title = title;
  });

  it('signs with a boot id, and with a host that starts with its name', () => {
    const { self } = createWitness();
    expect(self.bootId).toMatch(/^[0-9a-f-]{36}$/);
    expect(self.host).toMatch(/^\S+ [0-9a-f]{16}$/);
    expect(createWitness().self).toEqual(self);
  });
});
