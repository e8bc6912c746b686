import { err, ok } from 'neverthrow';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { ioFailure } from '../../../src/plans/apply/io-failure.js';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import type { Edit, PlanKind } from '../../../src/plans/plan.js';
import { createUndoRecord, serializeUndoRecord, type UndoRecord } from '../../../src/plans/stage/undo-record.js';
import { checkUndo } from '../../../src/plans/undo/check-undo.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { compute } from '../bench.js';

const FILE = 'assets/.prometeu/undo/last.json';
const at = (root: string): string => `assets/${root}/asset.json`;
const planOf = (kind: PlanKind, edits: readonly Edit[]) =>
  makePlan({ kind, edits, identityChanges: [], preconditions: { projectUuid: null, files: [], heads: [], folders: [] } });

const done = planOf('mutate', [
  createTextEdit(at('a'), 'a before', 'a after'),
  createTextEdit(at('b'), null, 'b made'),
  createTextEdit(at('c'), 'c removed', null),
  { kind: 'move-folder', from: 'assets/old', path: 'assets/new' },
]);
const BACK: readonly Edit[] = [
  createTextEdit(at('a'), 'a after', 'a before'),
  createTextEdit(at('b'), 'b made', null),
  createTextEdit(at('c'), null, 'c removed'),
  { kind: 'move-folder', from: 'assets/new', path: 'assets/old' },
];
const [A, B, C, MOVE] = BACK as [Edit, Edit, Edit, Edit];

const record = serializeUndoRecord(createUndoRecord(done, compute) as UndoRecord, compute);
const check = (edits: readonly Edit[], kind: PlanKind = 'undo', files: Record<string, string> = { [FILE]: record }) =>
  checkUndo({ read: createMemoryWorkspace(files).read, compute }, { ...done, kind, edits });

describe('checkUndo', () => {
  it('takes what was recorded, in whatever order', async () => {
    expect((await check(BACK)).isOk()).toBe(true);
    expect((await check([...BACK].reverse())).isOk()).toBe(true);
  });

  it('asks nothing of other plans', async () => {
    expect((await check([], 'mutate', {})).isOk()).toBe(true);
  });

  it.each<[string, readonly Edit[], readonly string[]]>([
    ['nothing', [], [at('a'), at('b'), at('c'), 'assets/old']],
    ['less', [MOVE, C, A], [at('b')]],
    ['more', [...BACK, createTextEdit(at('0'), null, 'x')], [at('0')]],
    ['another text', [createTextEdit(at('a'), 'a after', 'another'), B, C, MOVE], [at('a')]],
    ['a change of another text', [createTextEdit(at('a'), 'another', 'a before'), B, C, MOVE], [at('a')]],
    ['an edit of what should be made', [A, B, createTextEdit(at('c'), 'there', 'c removed'), MOVE], [at('c')]],
    ['a folder moved from elsewhere', [A, B, C, { kind: 'move-folder', from: 'assets/else', path: 'assets/old' }], ['assets/old']],
    [
      'a folder moved elsewhere',
      [A, B, C, { kind: 'move-folder', from: 'assets/new', path: 'assets/else' }],
      ['assets/else', 'assets/old'],
    ],
    [
      'texts in another place',
      [createTextEdit(at('z'), 'a after', 'a before'), createTextEdit(at('0'), 'b made', null), C, MOVE],
      [at('0'), at('a'), at('b'), at('z')],
    ],
    [
      'an archive',
      [...BACK, { kind: 'compose', path: 'build/assets.pa', length: 0, recipe: {} } as Partial<Edit> as Edit],
      ['build/assets.pa'],
    ],
  ])('refuses %s, and tells each path once', async (_, edits, files) => {
    const refused = (await check(edits))._unsafeUnwrapErr();
    expect(refused.map(({ code, artifact, location, data }) => ({ code, artifact, location, data }))).toEqual([
      { code: 'UNDO_NOT_RECORDED', artifact: 'plan', location: { kind: 'file', file: FILE }, data: { path: FILE, files } },
    ]);
  });

  it('tells a fault of the port, which says nothing of the record', async () => {
    const readFiles: ReadPort['readFiles'] = (_, visit) => {
      visit(0, err({ kind: 'io', operation: 'read', path: FILE, detail: '' }));
      return Promise.resolve(ok(undefined));
    };
    const refused = (
      await checkUndo({ read: { ...createMemoryWorkspace({}).read, readFiles }, compute }, { ...done, kind: 'undo' })
    )._unsafeUnwrapErr();
    expect(refused).toEqual(ioFailure('recheck', { kind: 'io', operation: 'read', path: FILE, detail: '' }));
    expect(refused).toMatchObject([{ code: 'PLAN_IO_FAILED' }]);
  });

  it('refuses every undo where nothing, or nothing sound, is recorded', async () => {
    expect((await check(BACK, 'undo', {}))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['UNDO_NOTHING']);
    expect((await check(BACK, 'undo', { [FILE]: '{}' }))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['UNDO_DAMAGED']);
  });
});
