import { formatLockOwner, parseLockOwner, WORKSPACE_ROOT, type LockOwner } from 'prometeu-packer';
import { at, utf8, type ContractBench } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

const LOCK = at('lock');
const CONTENDERS = 6;

/** Takes a lock and gives it back: who this port signs as. */
async function signature({ takeLock, check }: ContractBench): Promise<LockOwner | undefined> {
  const lock = await takeLock(LOCK);
  if (lock !== undefined) check.value('release', await lock.release());
  return lock?.owner;
}

/** How many of those who ask at once get the lock. */
async function contend({ write, check }: ContractBench): Promise<void> {
  const answers = await Promise.all(Array.from({ length: CONTENDERS }, () => write.lock(LOCK)));
  const locks = answers.flatMap((answer) => {
    const given = check.value('lock', answer);
    return given === undefined || 'held' in given ? [] : [given];
  });
  check.equal('one gets it', locks.length, 1);
  for (const lock of locks) {
    check.value('check', await lock.check());
    check.value('release', await lock.release());
  }
}

/** Puts a lock file there that this owner left, and asks for the lock. */
async function askAfter({ put, write, check }: ContractBench, owner: LockOwner) {
  await put(LOCK, formatLockOwner(owner));
  return check.value('lock', await write.lock(LOCK));
}

/** An owner as text, whatever the order of its keys. */
function textOf(owner: LockOwner | null | undefined): string {
  return owner === null || owner === undefined ? 'nobody' : new TextDecoder().decode(formatLockOwner(owner));
}

/** Cases of the lock. */
export const lockCases: readonly PortContractCase[] = [
  contractCase('a lock is held until it is given back, also towards its own process', async ({ write, takeLock, statOne, check }) => {
    const lock = await takeLock(LOCK);
    if (lock === undefined) return;
    const second = check.value('second', await write.lock(LOCK));
    check.equal('the second is told who holds it', second !== undefined && 'held' in second && textOf(second.owner), textOf(lock.owner));
    check.value('check', await lock.check());
    check.value('release', await lock.release());
    check.fails(await statOne(LOCK), 'not-found', 'stat', LOCK);
    check.fails(await lock.check(), 'lost', 'check', LOCK);
    const next = await takeLock(LOCK);
    check.equal('each lock has its own token', next?.owner.token === lock.owner.token, false);
    check.fails(await lock.check(), 'lost', 'check', LOCK);
    check.fails(await lock.release(), 'lost', 'unlock', LOCK);
    if (next !== undefined) check.value('the next still holds it', await next.check());
  }),

  contractCase('the lock file says who holds the lock, and leaves nothing beside it', async ({ takeLock, readOne, listOne, check }) => {
    const lock = await takeLock(LOCK);
    const content = check.value('read', await readOne(LOCK));
    check.equal('owner', textOf(content && parseLockOwner(content)), textOf(lock?.owner));
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['lock:file']);
  }),

  contractCase('a lock that is removed by hand is lost', async ({ takeLock, write, check }) => {
    const lock = await takeLock(LOCK);
    check.value('remove', await write.remove(LOCK));
    if (lock === undefined) return;
    check.fails(await lock.check(), 'lost', 'check', LOCK);
    check.fails(await lock.release(), 'lost', 'unlock', LOCK);
  }),

  contractCase("a lock that is replaced is lost, and another's is left alone", async ({ takeLock, put, write, readOne, check }) => {
    const lock = await takeLock(LOCK);
    if (lock === undefined) return;
    const other = formatLockOwner({ ...lock.owner, token: 'feedfacefeedface' });
    check.value('remove', await write.remove(LOCK));
    await put(LOCK, other);
    check.fails(await lock.check(), 'lost', 'check', LOCK);
    check.fails(await lock.release(), 'lost', 'unlock', LOCK);
    check.sameBytes('lock file', await readOne(LOCK), other);
  }),

  contractCase('a lock stands in a folder that exists', async ({ put, makeFolders, write, check }) => {
    await makeFolders(at('folder'));
    await put(at('file'), '');
    check.fails(await write.lock(at('missing/lock')), 'not-found', 'lock', at('missing/lock'));
    check.fails(await write.lock(at('file/lock')), 'not-a-folder', 'lock', at('file/lock'));
    check.fails(await write.lock(at('folder')), 'not-a-file', 'lock', at('folder'));
  }),

  contractCase('a lock that nobody can be read from is held', async ({ put, write, readOne, check }) => {
    const tooMuch = `{"token":"${'a'.repeat(8192)}"}`;
    for (const content of ['', 'no json', '{}', '[]', '{"token":"../../x","host":"h","bootId":"b","pid":1,"processStart":""}', tooMuch]) {
      await put(LOCK, content);
      const answer = check.value('lock', await write.lock(LOCK));
      check.equal(content.slice(0, 16), answer !== undefined && 'held' in answer ? answer.owner : 'taken', null);
      check.sameBytes('lock file', await readOne(LOCK), utf8(content));
      check.value('remove', await write.remove(LOCK));
    }
  }),

  contractCase('a lock of another host is held, whatever its age', async (bench) => {
    const { check } = bench;
    const self = await signature(bench);
    if (self === undefined) return;
    const foreign = { ...self, token: 'feedfacefeedface', host: `${self.host} of another`, bootId: 'long ago' };
    const answer = await askAfter(bench, foreign);
    check.equal('held', answer !== undefined && 'held' in answer && textOf(answer.owner), textOf(foreign));
  }),

  contractCase('a lock of an earlier boot of this host is taken over, where boots can be told apart', async (bench) => {
    const { check } = bench;
    const self = await signature(bench);
    if (self === undefined) return;
    const answer = await askAfter(bench, { ...self, token: 'feedfacefeedface', bootId: 'an earlier boot' });
    check.equal('held', answer !== undefined && 'held' in answer, self.bootId === '');
  }),

  contractCase('a lock without a boot id is held', async (bench) => {
    const { check } = bench;
    const self = await signature(bench);
    if (self === undefined) return;
    const answer = await askAfter(bench, { ...self, token: 'feedfacefeedface', bootId: '', pid: 2 ** 22 + 1 });
    check.equal('held', answer !== undefined && 'held' in answer, true);
  }),

  contractCase(
    'a lock whose process is gone is taken over whole',
    async (bench) => {
      const { deadOwner, listOne, readOne, check } = bench;
      const self = await signature(bench);
      if (self === undefined) return;
      const lock = await askAfter(bench, await deadOwner(self));
      if (lock === undefined || 'held' in lock) return check.equal('the lock', lock, 'taken');
      check.value('check', await lock.check());
      const content = check.value('read', await readOne(LOCK));
      check.equal('owner', textOf(content && parseLockOwner(content)), textOf(lock.owner));
      check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['lock:file']);
    },
    'deadOwner',
  ),

  contractCase(
    'a lock is broken for whoever names its token, and for nobody else',
    async ({ takeLock, write, readOne, listOne, check }) => {
      check.fails(await write.breakLock(LOCK, 'feedfacefeedface'), 'not-found', 'unlock', LOCK);
      const lock = await takeLock(LOCK);
      if (lock === undefined) return;
      check.fails(await write.breakLock(LOCK, 'feedfacefeedface'), 'lost', 'unlock', LOCK);
      check.fails(await write.breakLock(LOCK, ''), 'lost', 'unlock', LOCK);
      check.value('still held', await lock.check());
      check.value('break', await write.breakLock(LOCK, lock.owner.token));
      check.fails(await lock.check(), 'lost', 'check', LOCK);
      check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), []);
      const next = await takeLock(LOCK);
      check.fails(await write.breakLock(LOCK, lock.owner.token), 'lost', 'unlock', LOCK);
      check.sameBytes('lock file', await readOne(LOCK), formatLockOwner(next?.owner ?? lock.owner));
    },
  ),

  contractCase('a lock that nobody can be read from is not broken', async ({ put, write, readOne, check }) => {
    await put(LOCK, '{}');
    check.fails(await write.breakLock(LOCK, 'feedfacefeedface'), 'lost', 'unlock', LOCK);
    check.sameBytes('lock file', await readOne(LOCK), utf8('{}'));
  }),

  contractCase('of several who break one lock at once, one does', async ({ takeLock, write, listOne, check }) => {
    const token = (await takeLock(LOCK))?.owner.token ?? '';
    const answers = await Promise.all(Array.from({ length: CONTENDERS }, () => write.breakLock(LOCK, token)));
    check.equal('one breaks it', answers.filter((answer) => answer.isOk()).length, 1);
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), []);
  }),

  contractCase('of several who ask at once, one gets a free lock', async (bench) => {
    await contend(bench);
    bench.check.equal('names', bench.check.value('root', await bench.listOne(WORKSPACE_ROOT)), []);
  }),

  contractCase(
    "of several who ask at once, one gets a dead owner's lock",
    async (bench) => {
      const self = await signature(bench);
      if (self === undefined) return;
      await bench.put(LOCK, formatLockOwner(await bench.deadOwner(self)));
      await contend(bench);
      bench.check.equal('names', bench.check.value('root', await bench.listOne(WORKSPACE_ROOT)), []);
    },
    'deadOwner',
  ),
];
