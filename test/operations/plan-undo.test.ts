import fc from 'fast-check';
import { applyPlan, build, planRegister, planUndo, readWorkspace, type Plan } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { identityChangesOf } from '../../src/plans/identity-changes.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { unwrap } from '../e2e/unwrap.js';
import { apply, benchWith, codesOf, crashAt, ignoreOutcome, rewire, sha256, textOf } from '../plans/bench.js';
import { type Change, declarations, handFormatted, planChanges, planRelocation, REGISTRY } from '../plans/undo/hand-formatted.js';

const RECORD = 'assets/.prometeu/undo/last.json';
const UNDECLARED = { 'assets/a/x.bin': '1', 'assets/b/y.bin': '2' };

/** Every file but the record of the last plan, as bytes. */
const bytesOf = (workspace: MemoryWorkspace) =>
  Object.fromEntries(
    [...workspace.files()].filter(([file]) => file !== RECORD).map(([file, bytes]) => [file, Buffer.from(bytes).toString('base64')]),
  );
const applied = async (workspace: MemoryWorkspace, plan: Plan) => unwrap(await applyPlan(workspace, plan)).value;
const undo = async (workspace: MemoryWorkspace) => applied(workspace, unwrap(await planUndo(workspace)).value);
const registered = async (files: Readonly<Record<string, string>> = UNDECLARED): Promise<MemoryWorkspace> => {
  const workspace = createMemoryWorkspace(files);
  await applied(workspace, unwrap(await planRegister(workspace)).value);
  return workspace;
};
const remade = (plan: Plan, change: Partial<Plan>): Plan => {
  const changed = { ...plan, ...change };
  return makePlan({ ...changed, identityChanges: identityChangesOf(changed.edits) });
};

describe('planUndo', () => {
  it('takes back a registration, and does it again: the undo of an undo', async () => {
    const workspace = createMemoryWorkspace(UNDECLARED);
    const before = bytesOf(workspace);
    await applied(workspace, unwrap(await planRegister(workspace)).value);
    const after = bytesOf(workspace);
    const planned = unwrap(await planUndo(workspace)).value;
    expect(bytesOf(workspace)).toEqual(after); // planning writes nothing
    expect(planned.kind).toBe('undo');
    expect(planned.identityChanges.map(({ kind, root }) => [kind, root])).toEqual([
      ['project-removed', ''],
      ['asset-unregistered', 'a'],
      ['claim-removed', 'a'],
      ['asset-unregistered', 'b'],
      ['claim-removed', 'b'],
    ]);
    expect(await applied(workspace, planned)).toMatchObject({
      state: 'applied',
      written: [],
      removed: planned.edits.map(({ path }) => path),
    });
    expect(bytesOf(workspace)).toEqual(before);
    await undo(workspace);
    expect(bytesOf(workspace)).toEqual(after);
    await undo(workspace);
    expect(bytesOf(workspace)).toEqual(before);
  });

  it('brings back the very bytes of hand-formatted files, whatever was done to them', async () => {
    const root = fc.constantFrom(...Object.keys(declarations));
    const change = fc.oneof<fc.Arbitrary<Change>[]>(
      fc.record({ kind: fc.constant('rename'), root, name: fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/) }),
      fc.record({ kind: fc.constant('remove'), root, deleteDeclaration: fc.boolean() }),
      fc.record({ kind: fc.constant('exclude'), root }),
    );
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 5 }) },
      { weight: 1, arbitrary: fc.constant('register' as const) },
    );
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const workspace = createMemoryWorkspace(handFormatted);
        for (const todo of steps) {
          const plan = todo === 'register' ? unwrap(await planRegister(workspace)).value : await planChanges(workspace, todo);
          if (plan.edits.length === 0) continue;
          const before = bytesOf(workspace);
          await applied(workspace, plan);
          const after = bytesOf(workspace);
          expect(after).not.toEqual(before);
          await undo(workspace);
          expect(bytesOf(workspace)).toEqual(before);
          await undo(workspace);
          expect(bytesOf(workspace)).toEqual(after);
          undone += plan.edits.length;
        }
      }),
      { numRuns: 25 },
    );
    expect(undone).toBeGreaterThan(30);
  });

  it('begins with a corpus that is sound, and that no program would have printed so', async () => {
    const { assets, diagnostics } = unwrap(await readWorkspace(createMemoryWorkspace(handFormatted)));
    expect(assets.map(({ identity }) => identity.class)).toEqual(Object.keys(declarations).map(() => 'ok'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const text of Object.values(declarations)) expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).not.toBe(text);
  });

  it('keeps a byte order mark, where one was taken away', async () => {
    const workspace = createMemoryWorkspace({ ...handFormatted, [REGISTRY]: `\ufeff${handFormatted[REGISTRY] ?? ''}` });
    const before = bytesOf(workspace);
    const edits = [createTextEdit(REGISTRY, `\ufeff${handFormatted[REGISTRY] ?? ''}`, handFormatted[REGISTRY] ?? '')];
    const preconditions = { projectUuid: null, files: [], heads: [], folders: [] };
    await applied(workspace, makePlan({ kind: 'fix', edits, identityChanges: identityChangesOf(edits), preconditions }));
    await undo(workspace);
    expect(bytesOf(workspace)).toEqual(before);
  });

  it('moves folders back, with all that is in them by then', async () => {
    const workspace = createMemoryWorkspace(handFormatted);
    const before = bytesOf(workspace);
    await applied(workspace, await planRelocation(workspace, 'tabs', 'far/away/tabs'));
    const after = bytesOf(workspace);
    expect(Object.keys(after)).toContain('assets/far/away/tabs/a.bin');
    const planned = unwrap(await planUndo(workspace)).value;
    expect(planned.identityChanges.map(({ kind, root }) => [kind, root])).toEqual([['asset-moved', 'tabs']]);
    await applied(workspace, planned);
    expect(bytesOf(workspace)).toEqual(before);
    await undo(workspace);
    expect(bytesOf(workspace)).toEqual(after);
    workspace.set('assets/far/away/tabs/new.bin', 'by hand');
    await undo(workspace);
    expect(bytesOf(workspace)).toEqual({ ...before, 'assets/tabs/new.bin': Buffer.from('by hand').toString('base64') });
  });

  it.each<[string, (workspace: MemoryWorkspace) => void, object]>([
    [
      'it stands elsewhere by now',
      (it) => it.delete('assets/far'),
      { path: 'assets/far/tabs', expected: { kind: 'folder' }, found: { kind: 'absent' } },
    ],
    [
      'something stands where it stood',
      (it) => it.folder('assets/tabs'),
      { path: 'assets/tabs', expected: { kind: 'absent' }, found: { kind: 'folder' } },
    ],
  ])('moves no folder back where %s', async (_, edit, expected) => {
    const workspace = createMemoryWorkspace(handFormatted);
    await applied(workspace, await planRelocation(workspace, 'tabs', 'far/tabs'));
    edit(workspace);
    expect((await planUndo(workspace))._unsafeUnwrapErr()).toMatchObject([{ code: 'UNDO_CONFLICT', data: { differences: [expected] } }]);
  });

  it('leaves builds alone, and looks past them', async () => {
    const workspace = await registered();
    unwrap(await build(workspace));
    const outputs = [...workspace.files().keys()].filter((file) => file.startsWith('build/'));
    await undo(workspace);
    expect([...workspace.files().keys()]).toEqual([RECORD, ...Object.keys(UNDECLARED), ...outputs]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['where no plan was applied', {}],
    ['where a file stands in place of the folder', { 'assets/.prometeu': 'x' }],
  ])('finds nothing to undo %s', async (_, files) => {
    expect(codesOf(await planUndo(createMemoryWorkspace(files)))).toEqual(['UNDO_NOTHING']);
  });

  it.each<[string, (workspace: MemoryWorkspace) => void, readonly unknown[]]>([
    ['was edited', (it) => it.set('assets/a/asset.json', 'mine'), [['assets/a/asset.json', 'file']]],
    ['was removed', (it) => it.delete('assets/a/asset.json'), [['assets/a/asset.json', 'absent']]],
    [
      'is a symlink now',
      (it) => (it.delete('assets/a/asset.json'), it.symlink('assets/a/asset.json')),
      [['assets/a/asset.json', 'symlink']],
    ],
    [
      'and another were edited',
      (it) => (it.set('assets/b/asset.json', 'mine'), it.set(REGISTRY, '{}')),
      [
        [REGISTRY, 'file'],
        ['assets/b/asset.json', 'file'],
      ],
    ],
  ])('overwrites nothing that was written since: a file %s', async (_, edit, expected) => {
    const workspace = await registered();
    edit(workspace);
    const before = workspace.files();
    const refused = (await planUndo(workspace))._unsafeUnwrapErr();
    expect(refused).toMatchObject([{ code: 'UNDO_CONFLICT', location: { kind: 'file' } }]);
    const { differences } = refused[0].data as { differences: readonly { path: string; found: { kind: string } }[] };
    expect(differences.map(({ path, found }) => [path, found.kind])).toEqual(expected);
    expect(workspace.files()).toEqual(before);
  });

  it('tells where a file cannot come back: it was made anew, or its folder is gone', async () => {
    const removed = createMemoryWorkspace(handFormatted);
    await applied(removed, await planChanges(removed, [{ kind: 'remove', root: 'tabs', deleteDeclaration: true }]));
    removed.set('assets/tabs/asset.json', '{}');
    expect((await planUndo(removed))._unsafeUnwrapErr()).toMatchObject([
      { code: 'UNDO_CONFLICT', data: { differences: [{ path: 'assets/tabs/asset.json', expected: { kind: 'absent' } }] } },
    ]);
    removed.delete('assets/tabs');
    expect((await planUndo(removed))._unsafeUnwrapErr()).toMatchObject([
      { code: 'UNDO_CONFLICT', data: { differences: [{ path: 'assets/tabs', expected: { kind: 'folder' }, found: { kind: 'absent' } }] } },
    ]);
  });

  it('looks through a committed plan that is not finished, and undoes that one', async () => {
    const { workspace, board } = benchWith(UNDECLARED);
    const before = bytesOf(workspace);
    const plan = unwrap(await planRegister(workspace)).value;
    rewire(board);
    unwrap(await apply(workspace, plan));
    const commit = board.calls.findIndex(({ operation, path }) => operation === 'rename' && path.includes('journal.json'));
    const crashed = benchWith(UNDECLARED);
    rewire(crashed.board, crashAt(commit + 3));
    ignoreOutcome(await apply(crashed.workspace, plan));
    rewire(crashed.board);
    crashed.workspace.delete('assets/.prometeu/lock');
    expect(crashed.workspace.files().has('assets/.prometeu/journal.json')).toBe(true);
    const planned = unwrap(await planUndo(crashed.workspace));
    expect(planned.diagnostics.map(({ code }) => code)).toEqual(['PLAN_TRANSACTION_PENDING']);
    await applied(crashed.workspace, planned.value);
    expect(bytesOf(crashed.workspace)).toEqual(before);
  });

  it('refuses while a journal cannot be finished', async () => {
    const workspace = await registered();
    workspace.set('assets/.prometeu/journal.json', '{');
    expect(codesOf(await planUndo(workspace))).toContain('PLAN_JOURNAL_DAMAGED');
  });

  it('answers an error of the port', async () => {
    const { workspace, board } = benchWith({ ...UNDECLARED, [RECORD]: '{}' });
    rewire(board, (operation, path) => (operation === 'read' && path === RECORD ? 'denied' : undefined));
    expect(codesOf(await planUndo(workspace))).toEqual(['IO_DENIED']);
  });
});

describe('applying a plan to undo', () => {
  it('goes through JSON like any other', async () => {
    const workspace = await registered();
    const plan = JSON.parse(JSON.stringify(unwrap(await planUndo(workspace)).value)) as Plan;
    await applied(workspace, plan);
    expect([...workspace.files().keys()]).toEqual([RECORD, ...Object.keys(UNDECLARED)]);
  });

  it('is stale once another plan was applied', async () => {
    const workspace = createMemoryWorkspace(handFormatted);
    await applied(workspace, await planChanges(workspace, [{ kind: 'rename', root: 'tabs', name: 'one' }]));
    const planned = unwrap(await planUndo(workspace)).value;
    await applied(workspace, await planChanges(workspace, [{ kind: 'rename', root: 'crlf', name: 'two' }]));
    const refused = (await applyPlan(workspace, planned))._unsafeUnwrapErr();
    expect(refused).toMatchObject([{ code: 'PLAN_STALE', location: { file: RECORD } }]);
  });

  /** Plans that look right, but are not what is recorded: whoever made them may have left out that they read the record. */
  it.each<[string, (plan: Plan) => Plan, readonly string[]]>([
    [
      'another text',
      (plan) =>
        remade(plan, {
          edits: plan.edits.map((edit) =>
            edit.kind === 'text' && edit.path === REGISTRY ? createTextEdit(REGISTRY, edit.before, 'evil') : edit,
          ),
        }),
      [REGISTRY],
    ],
    ['a file less', (plan) => remade(plan, { edits: plan.edits.slice(1) }), ['assets/.prometeu/.gitignore']],
    [
      'a file more',
      (plan) => remade(plan, { edits: [...plan.edits, createTextEdit('assets/c/asset.json', null, '{}')] }),
      ['assets/c/asset.json'],
    ],
  ])('is refused where it is not what was recorded: %s', async (_, forge, files) => {
    const workspace = await registered();
    workspace.folder('assets/c');
    const planned = unwrap(await planUndo(workspace)).value;
    const unread = { ...planned.preconditions, files: planned.preconditions.files.filter(({ path }) => path !== RECORD) };
    const before = workspace.files();
    const refused = (await applyPlan(workspace, forge({ ...planned, preconditions: unread })))._unsafeUnwrapErr();
    expect(refused).toMatchObject([{ code: 'UNDO_NOT_RECORDED', data: { path: RECORD, files } }]);
    expect(workspace.files()).toEqual(before);
  });

  it('is refused where it leaves a folder where it is', async () => {
    const workspace = createMemoryWorkspace(handFormatted);
    await applied(workspace, await planRelocation(workspace, 'tabs', 'far/tabs'));
    const planned = unwrap(await planUndo(workspace)).value;
    const forged = remade(planned, { edits: planned.edits.filter(({ kind }) => kind === 'text') });
    expect((await applyPlan(workspace, forged))._unsafeUnwrapErr()).toMatchObject([
      { code: 'UNDO_NOT_RECORDED', data: { files: ['assets/tabs'] } },
    ]);
  });

  it('is refused where nothing is recorded, or the record cannot be read', async () => {
    const workspace = createMemoryWorkspace(handFormatted);
    const edits = [createTextEdit(REGISTRY, handFormatted[REGISTRY] ?? '', null)];
    const preconditions = {
      projectUuid: null,
      files: [{ path: REGISTRY, sha256: sha256(handFormatted[REGISTRY] ?? '') }],
      heads: [],
      folders: [],
    };
    const forged = makePlan({ kind: 'undo', edits, identityChanges: identityChangesOf(edits), preconditions });
    expect(codesOf(await applyPlan(workspace, forged))).toEqual(['UNDO_NOTHING']);
    workspace.set(RECORD, '{}');
    expect(codesOf(await applyPlan(workspace, forged))).toEqual(['UNDO_DAMAGED']);
    expect(textOf(workspace, REGISTRY)).toBe(handFormatted[REGISTRY]);
  });

  it('answers an error of the port as every apply does', async () => {
    const { workspace, board } = benchWith(UNDECLARED);
    unwrap(await applyPlan(workspace, unwrap(await planRegister(workspace)).value));
    const planned = unwrap(await planUndo(workspace)).value;
    let reads = 0;
    rewire(board, (operation, path) => (operation === 'read' && path === RECORD && (reads += 1) === 2 ? 'io' : undefined));
    expect((await applyPlan(workspace, planned))._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', data: { phase: 'recheck' } },
    ]);
  });
});
