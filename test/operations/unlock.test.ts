import { applyPlan, planRegister, recover, unlock, type LockWitness, type WriteHost } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../e2e/unwrap.js';
import { at } from '../ports/at.js';
import { benchWith, codesOf, rewire } from '../plans/bench.js';

const LOCK = 'assets/.prometeu/lock';
const ABSENT_TOKEN = 'feedfacefeedface';
const elsewhere: LockWitness = { self: { host: 'elsewhere', bootId: 'b', pid: 7, processStart: '1' }, processStart: () => '' };

/** A workspace that a packer elsewhere has locked, with the token of its lock. */
async function locked() {
  const workspace = createMemoryWorkspace({ 'assets/a/x.bin': '1' });
  workspace.folder('assets/.prometeu');
  const lock = (await workspace.writeAs(elsewhere).lock(at(LOCK)))._unsafeUnwrap();
  if ('held' in lock) throw new Error('held');
  return { workspace, lock, token: lock.owner.token };
}

describe('unlock', () => {
  it('breaks the lock with the token, and no other; then plans apply again', async () => {
    const { workspace, lock, token } = await locked();
    const plan = unwrap(await planRegister(workspace)).value;
    const refused = (await applyPlan(workspace, plan))._unsafeUnwrapErr();
    expect(refused).toMatchObject([{ code: 'PLAN_LOCKED', data: { owner: { token } } }]);
    expect((await unlock(workspace, { owner: ABSENT_TOKEN }))._unsafeUnwrapErr()).toMatchObject([
      { code: 'UNLOCK_OTHER_OWNER', data: { token: ABSENT_TOKEN, owner: lock.owner }, location: { file: LOCK } },
    ]);
    expect((await lock.check()).isOk()).toBe(true);
    expect(unwrap(await unlock(workspace, { owner: token })).value).toEqual({ state: 'unlocked', owner: lock.owner });
    expect(workspace.files().has(LOCK)).toBe(false);
    expect((await lock.check())._unsafeUnwrapErr().kind).toBe('lost');
    expect(unwrap(await applyPlan(workspace, plan)).value.state).toBe('applied');
  });

  it('only looks where it is asked to', async () => {
    const { workspace, lock, token } = await locked();
    const before = workspace.files();
    expect(unwrap(await unlock(workspace, { owner: token, preview: true })).value).toEqual({ state: 'previewed', owner: lock.owner });
    expect(codesOf(await unlock(workspace, { owner: ABSENT_TOKEN, preview: true }))).toEqual(['UNLOCK_OTHER_OWNER']);
    expect(workspace.files()).toEqual(before);
  });

  it.each([{}, { 'assets/.prometeu': 'x' }])('finds no lock', async (files) => {
    expect(codesOf(await unlock(createMemoryWorkspace(files), { owner: ABSENT_TOKEN }))).toEqual(['UNLOCK_NOT_LOCKED']);
  });

  it.each(['', 'no json', '{"token":"feedfacefeedface"}', ' '.repeat(5000)])(
    'leaves a lock that nobody can be read from',
    async (content) => {
      const workspace = createMemoryWorkspace({ [LOCK]: content });
      expect((await unlock(workspace, { owner: ABSENT_TOKEN }))._unsafeUnwrapErr()).toMatchObject([
        { code: 'UNLOCK_OTHER_OWNER', data: { owner: null } },
      ]);
      expect(workspace.files().has(LOCK)).toBe(true);
    },
  );

  it('leaves a lock that changed hands between the look and the removal', async () => {
    const { workspace, token } = await locked();
    const next = { ...workspace.write, breakLock: async () => workspace.write.breakLock(at(LOCK), ABSENT_TOKEN) };
    expect(codesOf(await unlock({ ...workspace, write: next }, { owner: token }))).toEqual(['UNLOCK_OTHER_OWNER']);
    const gone = { ...workspace.write, breakLock: async () => (workspace.delete(LOCK), workspace.write.breakLock(at(LOCK), token)) };
    expect(codesOf(await unlock({ ...workspace, write: gone }, { owner: token }))).toEqual(['UNLOCK_NOT_LOCKED']);
  });

  it('stops whoever held it right before the commit, and nothing is lost', async () => {
    const { workspace, board } = benchWith({ 'assets/a/x.bin': '1' });
    const plan = unwrap(await planRegister(workspace)).value;
    const before = workspace.files();
    rewire(board, (operation, path) => {
      if (operation === 'sync' && path.includes('journal')) workspace.delete(LOCK);
      return undefined;
    });
    expect(codesOf(await applyPlan(workspace, plan))).toContain('PLAN_LOCK_LOST');
    expect(workspace.files()).toEqual(before);
    expect(unwrap(await recover(workspace)).value.state).toBe('nothing-to-do');
  });

  it('answers a Result where it is told nothing at all', async () => {
    const { workspace } = benchWith({});
    expect(codesOf(await unlock(workspace, undefined as never))).toEqual(['INTERNAL_DEFECT']);
  });

  it('answers errors of the port, also of one that cannot break locks', async () => {
    const { workspace, board } = benchWith({ 'assets/a/x.bin': '1' });
    workspace.folder('assets/.prometeu');
    const lock = (await workspace.write.lock(at(LOCK)))._unsafeUnwrap();
    const token = 'held' in lock ? '' : lock.owner.token;
    rewire(board, (operation) => (operation === 'unlock' ? 'denied' : undefined));
    expect(codesOf(await unlock(workspace, { owner: token }))).toEqual(['IO_DENIED']);
    rewire(board, (operation) => (operation === 'read' ? 'io' : undefined));
    expect(codesOf(await unlock(workspace, { owner: token }))).toEqual(['IO_FAILED']);
    rewire(board);
    const old = { ...workspace.write, breakLock: undefined } as unknown as WriteHost['write'];
    expect(codesOf(await unlock({ ...workspace, write: old }, { owner: token }))).toEqual(['IO_BROKEN_PORT']);
  });
});
