import { describe, expect, it } from 'vitest';
import type { PathState } from '../../../src/diagnostics/catalogue/plan-codes.js';
import { foreseeConflicts } from '../../../src/plans/recover/foresee-conflicts.js';
import { surveyJournal } from '../../../src/plans/recover/survey-journal.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { codesOf, rewire, sha256 } from '../bench.js';
import { failed, failingBatch, stagedFor } from '../staging.js';
import { committedBench, HERO, hero, journal as whole, journalOf, level, OLD, old, PRELOAD, preload } from './journals.js';

const text = (content: string): PathState => ({ kind: 'file', sha256: sha256(content), length: content.length });
const journal = journalOf(...whole.entries.slice(0, 4));

const absent: PathState = { kind: 'absent' };

describe('surveyJournal', () => {
  it('looks at every target, and at what is staged for those that are replaced', async () => {
    const { context, board } = committedBench();
    const surveyed = (await surveyJournal(context, journal))._unsafeUnwrap();
    expect(surveyed).toEqual([
      { entry: level, found: absent, staged: { kind: 'folder', listing: null }, verdict: 'ready' },
      { entry: hero, found: text('hero'), staged: text('new hero'), verdict: 'ready' },
      { entry: old, found: text('old'), staged: null, verdict: 'ready' },
      { entry: preload, found: absent, staged: text('new preload'), verdict: 'ready' },
    ]);
    const reads = board.calls.flatMap(({ operation, path: at }) => (operation === 'read' ? [at] : []));
    expect(reads).toEqual([HERO, OLD, PRELOAD, stagedFor(HERO), stagedFor(PRELOAD)]);
  });

  it.each<readonly [found: string | null, staged: string | null, verdict: string]>([
    ['hero', 'new hero', 'ready'],
    ['hero', 'other', 'conflict'],
    ['hero', null, 'conflict'],
    ['new hero', 'new hero', 'done'],
    ['new hero', 'other', 'done'],
    ['new hero', null, 'done'],
    ['by hand', 'new hero', 'conflict'],
    ['by hand', null, 'conflict'],
    [null, 'new hero', 'conflict'],
    [null, null, 'conflict'],
  ])('a file of people: %s where %s is staged: %s', async (found, staged, verdict) => {
    const { context } = committedBench({ [HERO]: found, [stagedFor(HERO)]: staged });
    expect((await surveyJournal(context, journalOf(hero)))._unsafeUnwrap()).toMatchObject([{ verdict }]);
  });

  it.each<readonly [found: string | null, verdict: string]>([
    ['old', 'ready'],
    [null, 'done'],
    ['by hand', 'conflict'],
  ])('a file that is removed: %s: %s', async (found, verdict) => {
    const { context } = committedBench({ [OLD]: found });
    expect((await surveyJournal(context, journalOf(old)))._unsafeUnwrap()).toMatchObject([{ verdict, staged: null }]);
  });

  it.each<readonly [found: string | null, staged: string | null, verdict: string]>([
    [null, 'new preload', 'ready'],
    ['anything', 'new preload', 'ready'],
    ['new preload', 'new preload', 'ready'],
    ['new preload', null, 'done'],
    ['new preload', 'other', 'conflict'],
    ['anything', null, 'conflict'],
    ['anything', 'other', 'conflict'],
    [null, null, 'conflict'],
    [null, 'other', 'conflict'],
  ])('a file that is built: %s where %s is staged: %s', async (found, staged, verdict) => {
    const { context } = committedBench({ [PRELOAD]: found, [stagedFor(PRELOAD)]: staged });
    expect((await surveyJournal(context, journalOf(preload)))._unsafeUnwrap()).toMatchObject([{ verdict }]);
  });

  it.each(['folder', 'symlink'] as const)('a file that is built is not put in place of a %s', async (kind) => {
    const { context, workspace } = committedBench();
    workspace[kind](PRELOAD);
    expect((await surveyJournal(context, journalOf(preload)))._unsafeUnwrap()).toMatchObject([{ verdict: 'conflict' }]);
  });

  it.each([HERO, OLD, PRELOAD, stagedFor(HERO), stagedFor(PRELOAD), 'assets/level', 'assets/maps/one'])(
    'is the error where %s cannot be looked at',
    async (at) => {
      const { context, board } = committedBench();
      rewire(board, (_, asked) => (asked === at ? 'denied' : undefined));
      expect((await surveyJournal(context, journal))._unsafeUnwrapErr()).toMatchObject({ kind: 'denied', path: at });
    },
  );

  it.each([
    ['statPaths', 0],
    ['readFiles', 0],
    ['readFiles', 1],
  ] as const)('is the error where %s number %i fails as a whole', async (batch, index) => {
    const { context } = committedBench();
    const surveyed = await surveyJournal({ ...context, read: failingBatch(context.read, batch, index) }, journal);
    expect(surveyed._unsafeUnwrapErr()).toMatchObject({ kind: 'io', path: '' });
  });
});

describe('foreseeConflicts', () => {
  it('foresees none where the plan can be finished, and writes nothing', async () => {
    const { context, writes } = committedBench();
    expect((await foreseeConflicts(context, journal))._unsafeUnwrap()).toEqual([]);
    expect(writes()).toEqual([]);
  });

  it('tells each target that someone changed', async () => {
    const { context } = committedBench({ [HERO]: 'by hand', [stagedFor(PRELOAD)]: null });
    expect((await foreseeConflicts(context, journal))._unsafeUnwrap()).toMatchObject([
      { code: 'PLAN_RECOVERY_CONFLICT', data: { path: HERO, staged: stagedFor(HERO), found: text('by hand') } },
      { code: 'PLAN_RECOVERY_CONFLICT', data: { path: PRELOAD, staged: stagedFor(PRELOAD), stagedFound: absent } },
    ]);
  });

  it.each(['denied', 'io', 'busy'] as const)('tells what cannot be looked at: %s', async (kind) => {
    const { context, board } = committedBench();
    rewire(board, (_, at) => (at === HERO ? kind : undefined));
    const told = (await foreseeConflicts(context, journal))._unsafeUnwrap();
    expect(told).toMatchObject([{ artifact: 'journal', location: { kind: 'file', file: HERO }, data: { kind, path: HERO } }]);
  });

  it.each([
    ['aborted', 'IO_ABORTED'],
    ['broken', 'IO_BROKEN_PORT'],
  ] as const)('fails where looking as a whole says nothing: %s', async (kind, code) => {
    const { context } = committedBench();
    const read: ReadPort = { ...context.read, readFiles: async () => failed(kind, 'read', '') };
    expect(codesOf(await foreseeConflicts({ ...context, read }, journal))).toEqual([code]);
  });
});
