import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import { withLock } from '../../../src/plans/apply/with-lock.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import { benchWith, codesOf, path, REGISTRY, rewire } from '../bench.js';

const LOCK = 'assets/.prometeu/lock';

const done = ok({ value: 'done', diagnostics: [] });

const refused = err([diagnose('PLAN_TOKEN_REFUSED', { artifact: 'plan', location: { kind: 'workspace' }, data: { found: '' } })] as const);

/** What comes of it where an operation fails, and whether it was run. */
async function lockedOf(operation: PortOperation, at: string, kind: PortErrorKind, outcome: typeof done | typeof refused = done) {
  const { workspace, board } = benchWith({ 'assets/hero/idle.png': '' });
  rewire(board, (asked, where) => (asked === operation && where === at ? kind : undefined));
  let runs = 0;
  const locked = await withLock(workspace.write, async () => {
    runs += 1;
    return outcome;
  });
  return { workspace, board, locked, runs };
}

describe('withLock', () => {
  it.each<readonly [PortOperation, string]>([
    ['make-folder', 'assets/.prometeu'],
    ['lock', LOCK],
  ])('runs nothing where %s fails, and leaves nothing', async (operation, at) => {
    const { workspace, board, locked, runs } = await lockedOf(operation, at, 'denied');
    expect(runs).toBe(0);
    expect(locked._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', location: { kind: 'file', file: at }, data: { path: at, operation, phase: 'lock', reason: 'denied' } },
    ]);
    rewire(board);
    expect((await workspace.write.makeFolder(path('assets/.prometeu'))).isOk()).toBe(true);
  });

  it('tells who holds the lock', async () => {
    const { workspace } = benchWith({ [REGISTRY]: '{}' });
    expect((await workspace.write.lock(path(LOCK))).isOk()).toBe(true);
    const locked = await withLock(workspace.write, async () => done);
    expect(locked._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_LOCKED', artifact: 'workspace', location: { kind: 'file', file: LOCK }, data: { path: LOCK, owner: { pid: 1 } } },
    ]);
  });

  it('gives the lock back, and what it made for it only where what was run failed', async () => {
    const good = await lockedOf('rename', '', 'io');
    expect(good.locked._unsafeUnwrap()).toEqual({ value: 'done', diagnostics: [] });
    expect(good.board.calls.map(({ operation }) => operation)).toEqual(['make-folder', 'lock', 'unlock']);
    const bad = await lockedOf('rename', '', 'io', refused);
    expect(codesOf(bad.locked)).toEqual(['PLAN_TOKEN_REFUSED']);
    expect(bad.board.calls.map(({ operation }) => operation)).toEqual(['make-folder', 'lock', 'unlock', 'remove']);
  });

  it.each([done, refused])('tells a lock that could not be given back beside everything else', async (outcome) => {
    const { locked } = await lockedOf('unlock', LOCK, 'denied', outcome);
    const warning = { code: 'PLAN_LOCK_NOT_RELEASED', artifact: 'workspace', location: { kind: 'file', file: LOCK } };
    const found = locked.match(
      ({ diagnostics }) => diagnostics,
      (failure) => failure.slice(1),
    );
    expect(found).toMatchObject([{ ...warning, data: { path: LOCK, reason: 'denied', detail: 'injected' } }]);
  });

  it('gives the lock back where what was run throws', async () => {
    const { workspace, board } = benchWith({ [REGISTRY]: '{}' });
    rewire(board);
    await expect(withLock(workspace.write, () => Promise.reject(new Error('broken')))).rejects.toThrow();
    expect(board.calls.at(-1)).toEqual({ operation: 'unlock', path: LOCK });
  });
});
