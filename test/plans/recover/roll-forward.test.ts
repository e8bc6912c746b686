import { describe, expect, it } from 'vitest';
import { rollForward } from '../../../src/plans/recover/roll-forward.js';
import type { FaultPlan } from '../../../src/ports/fault-plan.js';
import { REGISTRY, rewire, textOf } from '../bench.js';
import { failingBatch, stagedFor } from '../staging.js';
import { committedBench, HERO, hero, JOURNAL, journal, journalOf, level, OLD, old, PRELOAD, preload } from './journals.js';

const FOLDERS = ['assets/maps', 'assets', 'assets/hero', 'assets/old', 'build', 'assets/.prometeu'].map(
  (folder) => `sync-folder ${folder}`,
);

const FINISH = [`remove ${JOURNAL}`, 'sync-folder assets/.prometeu'];

const MOVE = ['make-folder assets/maps', 'sync-folder assets', 'rename assets/level'];

const FILES = ['rename assets/hero/.asset.json*', `remove ${OLD}`, 'rename build/.preload.json*', 'rename assets/.prometeu/.index.json*'];

describe('rollForward', () => {
  it('does everything in order, flushes every folder in which something changed, and the journal goes', async () => {
    const { context, writes, workspace } = committedBench();
    expect((await rollForward(context, journal)).isOk()).toBe(true);
    expect(writes()).toEqual([...MOVE, ...FILES, ...FOLDERS, ...FINISH]);
    expect(textOf(workspace, HERO)).toBe('new hero');
    expect(textOf(workspace, OLD)).toBeNull();
    expect(textOf(workspace, PRELOAD)).toBe('new preload');
    expect(textOf(workspace, 'assets/maps/one/x')).toBe('x');
    expect(textOf(workspace, JOURNAL)).toBeNull();
  });

  it('does only what is left, and again what looks done but may not be', async () => {
    const done = { [HERO]: 'new hero', [OLD]: null, [PRELOAD]: 'new preload', 'assets/maps/one/x': 'x', 'assets/level': null };
    const registry = { [REGISTRY]: 'new registry', [stagedFor(REGISTRY)]: null };
    const { context, writes } = committedBench({ ...done, ...registry, [stagedFor(HERO)]: null });
    expect((await rollForward(context, journal)).isOk()).toBe(true);
    expect(writes()).toEqual(['rename build/.preload.json*', ...FOLDERS, ...FINISH]);
  });

  it('removes what is still staged for a target that is done', async () => {
    const { context, writes } = committedBench({ [HERO]: 'new hero' });
    expect((await rollForward(context, journalOf(hero))).isOk()).toBe(true);
    expect(writes()).toEqual(['remove assets/hero/.asset.json*', 'sync-folder assets/hero', ...FINISH]);
  });

  it('touches nothing where one target is in conflict', async () => {
    const { context, writes } = committedBench({ [HERO]: 'by hand' });
    const stop = (await rollForward(context, journal))._unsafeUnwrapErr();
    expect(stop).toMatchObject({ kind: 'conflict', diagnostics: [{ code: 'PLAN_RECOVERY_CONFLICT', data: { path: HERO } }] });
    expect(writes()).toEqual([]);
  });

  it.each<readonly [string, 'readFiles' | 'statPaths', number, string]>([
    ['the moves at the begin', 'statPaths', 0, 'roll-forward'],
    ['the targets at the begin', 'readFiles', 0, 'roll-forward'],
    ['what is staged at the begin', 'readFiles', 1, 'roll-forward'],
    ['the moves at the end', 'statPaths', 1, 'verify'],
    ['the targets at the end', 'readFiles', 2, 'verify'],
    ['what is staged at the end', 'readFiles', 3, 'verify'],
  ])('is interrupted where it cannot look at %s', async (_, batch, index, phase) => {
    const { context, writes, workspace } = committedBench();
    const stop = (await rollForward({ ...context, read: failingBatch(context.read, batch, index) }, journal))._unsafeUnwrapErr();
    expect(stop).toMatchObject({ kind: 'interrupted', phase, error: { kind: 'io', path: '' } });
    expect(writes()).toEqual(phase === 'verify' ? [...MOVE, ...FILES, ...FOLDERS] : []);
    expect(textOf(workspace, JOURNAL)).not.toBeNull();
  });

  const steps = [...MOVE, ...FILES, ...FOLDERS, ...FINISH];

  it.each(steps.map((step, index) => [step, index] as const))(
    'is interrupted where it cannot %s, and does nothing more',
    async (step, index) => {
      const { context, writes, board } = committedBench();
      const faults: FaultPlan = () => (writes().length === index + 1 && writes().at(-1) === step ? 'denied' : undefined);
      rewire(board, faults);
      const stop = (await rollForward(context, journal))._unsafeUnwrapErr();
      const isFinish = index >= steps.length - FINISH.length;
      expect(stop).toMatchObject({
        kind: 'interrupted',
        phase: isFinish ? 'finish' : 'roll-forward',
        error: { kind: 'denied', operation: step.split(' ')[0] },
      });
      expect(writes()).toEqual(steps.slice(0, index + 1));
    },
  );

  it('makes folders that stand already no matter', async () => {
    const { context, writes, workspace } = committedBench();
    workspace.folder('assets/maps');
    expect((await rollForward(context, journalOf(level))).isOk()).toBe(true);
    expect(writes()).toEqual([...MOVE, 'sync-folder assets/maps', 'sync-folder assets', ...FINISH]);
  });

  it('tells each target that is not what was made of it in the end, and keeps the journal', async () => {
    const { context, writes, board, workspace } = committedBench();
    rewire(board, (operation, at) => {
      if (operation === 'sync-folder' && at === 'build') workspace.set(HERO, 'at once');
      return undefined;
    });
    const stop = (await rollForward(context, journal))._unsafeUnwrapErr();
    expect(stop).toMatchObject({ kind: 'conflict', diagnostics: [{ data: { path: HERO, stagedFound: { kind: 'absent' } } }] });
    expect(stop.kind === 'conflict' && stop.diagnostics).toHaveLength(1);
    expect(writes()).toEqual([...MOVE, ...FILES, ...FOLDERS]);
    expect(textOf(workspace, JOURNAL)).not.toBeNull();
  });

  it('takes a target back in the state before for no end', async () => {
    const { context, board, workspace } = committedBench();
    rewire(board, (operation, at) => {
      if (operation !== 'sync-folder' || at !== 'build') return undefined;
      workspace.set(OLD, 'old');
      return undefined;
    });
    const stop = (await rollForward(context, journalOf(old, preload)))._unsafeUnwrapErr();
    expect(stop).toMatchObject({ kind: 'conflict', diagnostics: [{ code: 'PLAN_RECOVERY_CONFLICT', data: { path: OLD } }] });
  });
});
