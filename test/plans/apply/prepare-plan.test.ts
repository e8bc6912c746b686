import { describe, expect, it } from 'vitest';
import type { MemoryContent } from 'prometeu-packer/memory';
import { preparePlan } from '../../../src/plans/apply/prepare-plan.js';
import type { PlanPhase } from '../../../src/diagnostics/catalogue/plan-codes.js';
import { createStagingArea } from '../../../src/plans/stage/staging-area.js';
import { createFolderMove } from '../../../src/plans/create-folder-move.js';
import { createUndoRecord, serializeUndoRecord } from '../../../src/plans/stage/undo-record.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import type { Plan } from '../../../src/plans/plan.js';
import type { FaultPlan } from '../../../src/ports/fault-plan.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import {
  benchWith,
  type Bench,
  buildPlan,
  codesOf,
  compute,
  path,
  preconditionsOf,
  recipeOf,
  REGISTRY,
  rewire,
  textPlan,
  visible,
} from '../bench.js';
import { failingBatch, stagedFor, stagingOf, TOKEN, verified } from '../staging.js';

const UNDO = 'assets/.prometeu/undo/last.json';

const START = {
  [REGISTRY]: '{}',
  'assets/hero/asset.json': 'hero',
  'assets/hero/idle.png': 'pixels',
  'assets/level/level.bin': 'level',
  'assets/maps/x': '',
};

const makers = {
  text: ({ workspace }: Bench): Promise<Plan> =>
    textPlan(
      workspace,
      { 'assets/hero/asset.json': 'new hero', [REGISTRY]: '{"assets":[]}' },
      { files: ['assets/hero/idle.png'], folders: ['assets', 'assets/hero'] },
    ),
  build: ({ workspace }: Bench): Promise<Plan> => buildPlan(workspace, recipeOf(workspace, { hero: ['idle.png'] })),
} as const;

/** A plan to undo a move, as it stands: what it says of the registry is not looked at here. */
async function movePlan({ workspace }: Bench): Promise<Plan> {
  const preconditions = await preconditionsOf(workspace, { folders: ['assets', 'assets/level', 'assets/maps', 'assets/maps/one'] });
  const edits = [createFolderMove(path('assets/level'), path('assets/maps/one'))];
  const plan = makePlan({ kind: 'undo', edits, identityChanges: [], preconditions });
  const undone = createUndoRecord({ ...plan, edits: [createFolderMove(path('assets/maps/one'), path('assets/level'))] }, compute);
  if (undone !== null) workspace.set(UNDO, serializeUndoRecord(undone, compute));
  return plan;
}

interface Circumstances {
  readonly files?: Readonly<Record<string, MemoryContent>>;
  readonly faults?: (bench: Bench) => FaultPlan;
  /** Cancels at the begin of this phase. */
  readonly cancelAt?: PlanPhase;
  readonly readOf?: (read: ReadPort) => ReadPort;
  /** Before the plan is prepared. */
  readonly change?: (bench: Bench) => void;
  readonly replaceNewer?: boolean;
  /** Somebody changes files meanwhile. */
  readonly isEdited?: boolean;
}

async function prepare(kind: keyof typeof makers | 'move', circumstances: Circumstances = {}) {
  const {
    files,
    faults,
    cancelAt,
    readOf = (read: ReadPort): ReadPort => read,
    change,
    replaceNewer = false,
    isEdited = false,
  } = circumstances;
  const bench = benchWith({ ...START, ...files });
  const made = kind === 'move' ? await movePlan(bench) : await makers[kind](bench);
  const plan = kind === 'move' ? (made as ReturnType<typeof verified>) : verified(made);
  change?.(bench);
  const controller = new AbortController();
  const before = visible(bench.workspace);
  rewire(bench.board, faults?.(bench));
  const calls = new Map<PlanPhase, number>();
  const { reports, ...context } = stagingOf(bench.workspace, cancelAt === undefined ? undefined : controller.signal);
  const read = readOf(bench.workspace.read);
  let asked = 0;
  const counting: ReadPort = {
    ...read,
    readFiles: (...given) => {
      asked += 1;
      return read.readFiles(...given);
    },
  };
  const report: typeof context.report = (progress) => {
    if (progress.done === 0) calls.set(progress.phase, asked + bench.board.calls.length);
    if (progress.phase === cancelAt && progress.done === 0) controller.abort();
    context.report(progress);
  };
  const prepared = await preparePlan({ ...context, read: counting, report }, createStagingArea(context.write), plan, replaceNewer);
  if (!isEdited) expect(visible(bench.workspace)).toEqual(before);
  const operations = bench.board.calls.map(({ operation }) => operation);
  return { ...bench, plan, prepared, reports, operations, asked: asked + bench.board.calls.length, calls };
}

const ioIn = (phase: PlanPhase, operation: string, at = '') => [
  { code: 'PLAN_IO_FAILED', data: { path: at, operation, phase, reason: 'io' } },
];

describe('preparePlan', () => {
  it.each(['text', 'build', 'move'] as const)('%s: goes through its phases, and tells what is to be committed', async (kind) => {
    const { plan, prepared, reports } = await prepare(kind);
    const { value, diagnostics } = prepared._unsafeUnwrap();
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ plan_digest: plan.digest, token: TOKEN });
    const phases = reports
      .filter(({ phase, done }) => done === 0 && phase !== 'stage')
      .map(({ phase, unit, total }) => [phase, unit, total]);
    expect(phases).toEqual([
      ['recheck', 'files', plan.edits.length],
      ['read-back', 'files', plan.edits.length],
    ]);
    expect(reports.find(({ phase }) => phase === 'stage')).toEqual({ phase: 'stage', done: 0, total: plan.edits.length, unit: 'files' });
  });

  it.each(['text', 'build', 'move'] as const)('%s: asks nothing more once it is cancelled, whatever the phase', async (kind) => {
    for (const cancelAt of ['recheck', 'stage', 'read-back'] as const) {
      const { prepared, asked, calls } = await prepare(kind, { cancelAt });
      expect(prepared._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_CANCELLED', data: { phase: cancelAt } }]);
      expect(asked).toBe(calls.get(cancelAt));
    }
  });

  it.each([
    [0, 'recheck'],
    [1, 'recheck'],
    [2, 'read-back'],
    [3, 'recheck'],
  ] as const)('tells where batch %i of reads fails as a whole: in the phase %s', async (index, phase) => {
    const { prepared, operations } = await prepare('text', { readOf: (read) => failingBatch(read, 'readFiles', index) });
    expect(prepared._unsafeUnwrapErr()).toMatchObject(ioIn(phase, 'read'));
    expect(operations.includes('create')).toBe(index > 1);
  });

  it.each([0, 1])('tells where listing number %i fails as a whole', async (index) => {
    const { prepared, operations } = await prepare('text', { readOf: (read) => failingBatch(read, 'listFolders', index) });
    expect(prepared._unsafeUnwrapErr()).toMatchObject(ioIn('recheck', 'list'));
    expect(operations.includes('create')).toBe(index === 1);
  });

  it('tells where staging fails, and reads nothing back', async () => {
    const { prepared, board } = await prepare('text', { faults: () => (operation) => (operation === 'write' ? 'io' : undefined) });
    expect(codesOf(prepared)).toContain('PLAN_IO_FAILED');
    expect(board.calls.filter(({ operation, path: at }) => operation === 'read' && at === stagedFor(REGISTRY))).toEqual([]);
  });

  it('tells where names do not reach stable storage', async () => {
    const { prepared } = await prepare('text', { faults: () => (operation) => (operation === 'sync-folder' ? 'io' : undefined) });
    expect(prepared._unsafeUnwrapErr()).toMatchObject(ioIn('stage', 'sync-folder', 'assets'));
  });

  it('flushes the folders of what it stages, not those of what moves', async () => {
    const { board } = await prepare('move');
    const synced = board.calls.flatMap(({ operation, path: at }) => (operation === 'sync-folder' ? [at] : []));
    expect(synced).toEqual(['assets', 'assets/.prometeu', 'assets/.prometeu/undo']);
  });

  it('tells what reads back otherwise', async () => {
    const { prepared } = await prepare('text', {
      faults:
        ({ workspace }) =>
        (operation, at) => {
          if (operation === 'sync-folder') return undefined;
          if (operation === 'read' && at === stagedFor(REGISTRY)) workspace.set(at, 'rotten');
          return undefined;
        },
    });
    expect(prepared._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_READ_BACK_MISMATCH', data: { path: REGISTRY } }]);
  });

  it('undoes nothing that is not recorded, and stages nothing for it', async () => {
    const { prepared, operations } = await prepare('text', { change: ({ workspace }) => workspace.delete(UNDO) });
    expect(codesOf(prepared)).toEqual(['UNDO_NOTHING']);
    expect(operations).not.toContain('create');
  });

  it('refuses outputs of a newer release for a build alone, and not where it is told to replace them', async () => {
    const files = { 'build/preload.json': '{"schema_version": 7}' };
    const refused = await prepare('build', { files });
    expect(refused.prepared._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_TARGET_NEWER', data: { path: 'build/preload.json', found: 7 } },
    ]);
    expect(refused.operations).not.toContain('create');
    expect((await prepare('build', { files, replaceNewer: true })).prepared.isOk()).toBe(true);
    expect((await prepare('text', { files })).prepared.isOk()).toBe(true);
  });
});

describe('preparePlan, looking once more', () => {
  const during = (change: (bench: Bench) => void): Circumstances => ({
    isEdited: true,
    faults: (bench) => (operation, at) => {
      if (operation === 'sync' && at === stagedFor(UNDO)) change(bench);
      return undefined;
    },
  });

  it('finds a target that changed while the plan was staged', async () => {
    const { prepared } = await prepare(
      'text',
      during(({ workspace }) => workspace.set('assets/hero/asset.json', 'by hand')),
    );
    expect(prepared._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_STALE', data: { differences: [{ path: 'assets/hero/asset.json' }] } },
    ]);
  });

  it.each<readonly [string, (bench: Bench) => void]>([
    ['a file', ({ workspace }) => workspace.set('assets/hero/idle.png', 'PIXELS')],
    ['a folder', ({ workspace }) => workspace.set('assets/hero/more.png', '')],
  ])('does not mind %s that is no target', async (_, change) => {
    expect((await prepare('text', during(change))).prepared.isOk()).toBe(true);
  });

  it.each<readonly [string, (bench: Bench) => void, string]>([
    ['leaves', ({ workspace }) => workspace.set('assets/level/more.bin', ''), 'assets/level'],
    ['arrives', ({ workspace }) => workspace.folder('assets/maps/one'), 'assets/maps/one'],
  ])('finds a change where a folder %s', async (_, change, at) => {
    const { prepared } = await prepare('move', during(change));
    expect(prepared._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_STALE', data: { differences: [{ path: at }] } }]);
  });

  it('lists no folders where none moves, and no others where one does', async () => {
    const listed = async (kind: 'text' | 'move') => {
      const { board } = await prepare(kind);
      const last = board.calls.map(({ operation }) => operation).lastIndexOf('sync-folder');
      return board.calls.slice(last).flatMap(({ operation, path: at }) => (operation === 'list' ? [at] : []));
    };
    expect(await listed('text')).toEqual([]);
    expect(await listed('move')).toEqual(['assets/level', 'assets/maps/one']);
  });
});
