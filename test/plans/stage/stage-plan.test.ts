import { describe, expect, it } from 'vitest';
import { stagePlan } from '../../../src/plans/stage/stage-plan.js';
import { stageBytes } from '../../../src/plans/stage/stage-bytes.js';
import { stageText } from '../../../src/plans/stage/stage-text.js';
import { createStagingArea } from '../../../src/plans/stage/staging-area.js';
import { createFolderMove } from '../../../src/plans/create-folder-move.js';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import type { Edit } from '../../../src/plans/plan.js';
import type { VerifiedPlan } from '../../../src/plans/verified-plan.js';
import type { FaultPlan } from '../../../src/ports/fault-plan.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import {
  benchWith,
  type Bench,
  codesOf,
  composeEdit,
  path,
  preconditionsOf,
  recipeOf,
  REGISTRY,
  rewire,
  sha256,
  textOf,
  visible,
} from '../bench.js';
import { stagedFor, stagingOf } from '../staging.js';

const UNDO = 'assets/.prometeu/undo/last.json';
const HERO = 'assets/hero/asset.json';
const VILLAIN = 'assets/villain/asset.json';

const START = { [REGISTRY]: '{}', [HERO]: 'hero', 'assets/hero/a.bin': 'aaaa', 'assets/level/x': '', 'assets/villain/x': '' };

const changes = ({ workspace }: Bench): readonly Edit[] => [
  createTextEdit(REGISTRY, textOf(workspace, REGISTRY), '{"assets":[]}'),
  createTextEdit(HERO, textOf(workspace, HERO), null),
  createTextEdit(VILLAIN, null, 'villain'),
];

const MOVE = createFolderMove(path('assets/level'), path('assets/maps'));

interface Circumstances {
  readonly faults?: FaultPlan;
  readonly cancelAfter?: number;
}

/** Stages edits that no one plan would hold together. */
async function stage(editsOf: (bench: Bench) => readonly Edit[], { faults, cancelAfter }: Circumstances = {}) {
  const bench = benchWith(START);
  const edits = editsOf(bench);
  const kind = edits.some((edit) => edit.kind === 'compose') ? 'build' : 'undo';
  const plan = makePlan({ kind, edits, identityChanges: [], preconditions: await preconditionsOf(bench.workspace) });
  const controller = new AbortController();
  if (cancelAfter === 0) controller.abort();
  const before = visible(bench.workspace);
  rewire(bench.board, faults);
  const context = stagingOf(bench.workspace, controller.signal);
  const report: typeof context.report = (progress) => {
    context.report(progress);
    if (progress.done === cancelAfter) controller.abort();
  };
  const staged = await stagePlan({ ...context, report }, createStagingArea(context.write), plan as VerifiedPlan);
  expect(visible(bench.workspace)).toEqual(before);
  return { ...bench, staged, reports: context.reports, operations: bench.board.calls.map(({ operation }) => operation) };
}

const failing =
  (operation: PortOperation, at: string, kind: PortErrorKind = 'no-space'): FaultPlan =>
  (asked, where) =>
    asked === operation && where === at ? kind : undefined;

const io = (operation: string, at: string, phase = 'stage') => [
  { code: 'PLAN_IO_FAILED', location: { kind: 'file', file: at }, data: { path: at, operation, phase, reason: 'no-space' } },
];

describe('stagePlan', () => {
  it('stages moves, then what people wrote, the record for an undo, and the registry last', async () => {
    const { workspace, staged, reports } = await stage((bench) => [...changes(bench), MOVE]);
    const entries = staged._unsafeUnwrap();
    const name = (target: string) => stagedFor(target).slice(target.lastIndexOf('/') + 1);
    expect(entries).toEqual([
      { op: 'move', from: 'assets/level', target: 'assets/maps' },
      {
        ...{ target: HERO, op: 'remove', class: 'authored', before: { kind: 'sha256', sha256: sha256('hero') } },
        ...{ after: { kind: 'absent' }, staged: null },
      },
      {
        ...{ target: VILLAIN, op: 'replace', class: 'authored', before: { kind: 'absent' } },
        ...{ after: { kind: 'sha256', sha256: sha256('villain'), length: 7 }, staged: name(VILLAIN) },
      },
      {
        ...{
          target: UNDO,
          op: 'replace',
          class: 'control',
          before: { kind: 'any' },
          after: expect.objectContaining({ kind: 'sha256' }) as object,
        },
        staged: name(UNDO),
      },
      {
        ...{ target: REGISTRY, op: 'replace', class: 'registry', before: { kind: 'sha256', sha256: sha256('{}') } },
        ...{ after: { kind: 'sha256', sha256: sha256('{"assets":[]}'), length: 13 }, staged: name(REGISTRY) },
      },
    ]);
    expect(textOf(workspace, stagedFor(VILLAIN))).toBe('villain');
    expect(textOf(workspace, stagedFor(HERO))).toBeNull();
    expect(reports).toEqual([1, 2, 3].map((done) => ({ phase: 'stage', done, total: 3, unit: 'files' })));
  });

  it('of a build stages the archive, and no record for an undo', async () => {
    const { board, staged, operations } = await stage(({ workspace }) => [composeEdit(recipeOf(workspace, { hero: ['a.bin'] }))]);
    const entries = staged._unsafeUnwrap().map((entry) => [entry.target, entry.op === 'move' ? null : entry.class]);
    expect(entries).toContainEqual(['build/assets.pa', 'derived']);
    expect(new Set(entries.map(([, guard]) => guard))).toEqual(new Set(['derived']));
    expect(board.calls.filter(({ operation }) => operation === 'make-folder')).toEqual([{ operation: 'make-folder', path: 'build' }]);
    expect(operations.filter((operation) => operation === 'create')).toHaveLength(4);
  });

  it.each<readonly [PortOperation, string, readonly string[]]>([
    ['create', `assets/level/.move.0123456789abcdef.prometeu.tmp`, []],
    ['create', stagedFor(REGISTRY), []],
    ['write', stagedFor(REGISTRY), []],
    ['make-folder', 'assets/.prometeu/undo', [stagedFor(REGISTRY)]],
    ['create', stagedFor(UNDO), [stagedFor(REGISTRY)]],
    ['write', stagedFor(UNDO), [stagedFor(REGISTRY)]],
  ])('stops where %s %s fails, and tells so', async (operation, at, whole) => {
    const { staged, board } = await stage((bench) => [...changes(bench).slice(0, 1), MOVE], { faults: failing(operation, at) });
    expect(staged._unsafeUnwrapErr()).toMatchObject(io(operation, at));
    expect(staged._unsafeUnwrapErr()).toHaveLength(1);
    const synced = board.calls.flatMap((call) => (call.operation === 'sync' && !call.path.includes('.move.') ? [call.path] : []));
    expect(synced).toEqual(whole);
  });

  it.each<readonly [PortOperation, string, string]>([
    ['make-folder', 'build', 'stage'],
    ['create', stagedFor('build/assets.pa'), 'compose'],
  ])('stops where %s %s fails, and stages nothing after it', async (operation, at, phase) => {
    const edits = (bench: Bench) => [composeEdit(recipeOf(bench.workspace, { hero: ['a.bin'] })), ...changes(bench).slice(0, 1)];
    const { staged, board } = await stage(edits, { faults: failing(operation, at) });
    expect(staged._unsafeUnwrapErr()).toMatchObject(io(operation, at, phase));
    expect(board.calls.map((call) => call.path)).not.toContain(stagedFor(UNDO));
  });

  it('begins no text once it is cancelled', async () => {
    const { staged, operations } = await stage((bench) => changes(bench).slice(0, 1), { cancelAfter: 0 });
    expect(staged._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_CANCELLED', data: { phase: 'stage' } }]);
    expect(operations).toEqual([]);
  });

  it('begins no further text once it is cancelled', async () => {
    const many = Array.from({ length: 20 }, (_, index) => createTextEdit(`assets/a${index}/asset.json`, null, 'text'));
    const { staged, reports } = await stage(
      () => many.map((edit) => ({ ...edit, path: path(`assets/hero/${edit.path.slice(7).replace('/', '-')}`) })),
      {
        cancelAfter: 1,
      },
    );
    expect(codesOf(staged)).toEqual(['PLAN_CANCELLED']);
    expect(reports.length).toBeLessThan(20);
  });
});

describe('stageText', () => {
  it('takes what no plan may change for what people wrote', async () => {
    const { workspace } = benchWith(START);
    const edit = { ...createTextEdit('assets/hero/a.bin', 'aaaa', 'bbbb'), path: path('assets/hero/a.bin') };
    const entry = (await stageText(stagingOf(workspace), createStagingArea(workspace.write), edit))._unsafeUnwrap();
    expect(entry).toMatchObject({ target: 'assets/hero/a.bin', class: 'authored', op: 'replace' });
  });
});

describe('stageBytes', () => {
  it.each(['create', 'write', 'sync', 'close'] as const)('is an error of its phase where %s fails', async (operation) => {
    const { workspace, board } = benchWith(START);
    rewire(board, (asked) => (asked === operation ? 'no-space' : undefined));
    const staged = await stageBytes(stagingOf(workspace), createStagingArea(workspace.write), path(HERO), Uint8Array.of(1, 2));
    expect(staged._unsafeUnwrapErr()).toMatchObject(io(operation, stagedFor(HERO)));
  });

  it('writes beside the target, and tells what it becomes', async () => {
    const { workspace } = benchWith(START);
    const staged = await stageBytes(stagingOf(workspace), createStagingArea(workspace.write), path(HERO), Uint8Array.of(65, 66));
    expect(staged._unsafeUnwrap()).toEqual({ kind: 'sha256', sha256: sha256('AB'), length: 2 });
    expect(textOf(workspace, stagedFor(HERO))).toBe('AB');
  });
});
