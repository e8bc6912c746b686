import { describe, expect, it } from 'vitest';
import { recover } from '../../../src/plans/recover/recover.js';
import { settleJournal } from '../../../src/plans/recover/settle-journal.js';
import { codesOf, compute, REGISTRY, rewire } from '../bench.js';
import { failed, stagedFor } from '../staging.js';
import { committedBench, HERO, JOURNAL, OLD, PRELOAD } from './journals.js';

const LOCK = 'assets/.prometeu/lock';
const TARGETS = ['assets/maps/one', HERO, OLD, PRELOAD, REGISTRY];

describe('settleJournal', () => {
  it('finishes what was left, and says so at the journal', async () => {
    const { context } = committedBench();
    expect((await settleJournal(context))._unsafeUnwrap()).toMatchObject([
      { code: 'PLAN_RECOVERED', artifact: 'journal', location: { kind: 'file', file: JOURNAL }, data: { targets: TARGETS } },
    ]);
    expect((await settleJournal(context))._unsafeUnwrap()).toEqual([]);
  });

  it('writes nothing where the journal cannot be looked at, or says nothing of use', async () => {
    const { context, writes } = committedBench({ [JOURNAL]: '{' });
    expect(codesOf(await settleJournal(context))[0]).toBe('PLAN_JOURNAL_DAMAGED');
    const read = { ...context.read, readFiles: async () => failed('aborted', 'read', '') };
    expect(codesOf(await settleJournal({ ...context, read }))).toEqual(['IO_ABORTED']);
    expect(writes()).toEqual([]);
  });

  it.each([
    ['sync-folder', 'assets/.prometeu', 'recover'],
    ['rename', stagedFor(HERO), 'roll-forward'],
    ['remove', JOURNAL, 'finish'],
  ] as const)('tells where %s %s fails, in its phase, and that the plan is still to be finished', async (operation, at, phase) => {
    const { context, board } = committedBench();
    rewire(board, (asked, where) => (asked === operation && where === at ? 'io' : undefined));
    expect((await settleJournal(context))._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', data: { path: at, operation, phase, reason: 'io' } },
      { code: 'PLAN_TRANSACTION_PENDING', data: { path: JOURNAL, targets: TARGETS, cause: null } },
    ]);
  });

  it('tells conflicts, and that the plan is still to be finished', async () => {
    const { context, writes } = committedBench({ [HERO]: 'by hand' });
    expect(codesOf(await settleJournal(context))).toEqual(['PLAN_RECOVERY_CONFLICT', 'PLAN_TRANSACTION_PENDING']);
    expect(writes()).toEqual(['sync-folder assets/.prometeu']);
  });
});

describe('recover', () => {
  it('is that error where the journal cannot be looked at as a whole, and takes no lock', async () => {
    const { workspace, writes } = committedBench();
    const read = { ...workspace.read, readFiles: async () => failed('aborted', 'read', '') };
    expect(codesOf(await recover({ ports: { read, write: workspace.write }, compute }))).toEqual(['IO_ABORTED']);
    expect(writes()).toEqual([]);
  });

  it('says nothing where nothing is to be done', async () => {
    const { workspace } = committedBench({ [JOURNAL]: null });
    const recovered = await recover({ ports: { read: workspace.read, write: workspace.write }, compute });
    expect(recovered._unsafeUnwrap()).toEqual({ value: { state: 'nothing-to-do', targets: [] }, diagnostics: [] });
  });

  it('tells what was finished', async () => {
    const { workspace } = committedBench();
    const recovered = await recover({ ports: { read: workspace.read, write: workspace.write }, compute });
    expect(recovered._unsafeUnwrap()).toMatchObject({
      value: { state: 'rolled-forward', targets: TARGETS },
      diagnostics: [{ code: 'PLAN_RECOVERED' }],
    });
  });

  it('has nothing to do where another finished the plan meanwhile', async () => {
    const { workspace, board, writes } = committedBench();
    rewire(board, (operation) => {
      if (operation === 'lock') workspace.delete(JOURNAL);
      return undefined;
    });
    const recovered = await recover({ ports: { read: workspace.read, write: workspace.write }, compute });
    expect(recovered._unsafeUnwrap()).toEqual({ value: { state: 'nothing-to-do', targets: [] }, diagnostics: [] });
    expect(writes()).toEqual(['make-folder assets/.prometeu', `lock ${LOCK}`, `unlock ${LOCK}`]);
  });
});
