import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { MemoryWorkspace } from 'prometeu-packer/memory';
import { inspectJournal } from '../../src/plans/recover/inspect-journal.js';
import {
  afterRestart,
  apply,
  benchWith,
  codesOf,
  compute,
  Crash,
  ignoreOutcome,
  leftovers,
  recoverAs,
  REGISTRY,
  rewire,
  sha256,
  textOf,
  textPlan,
  valueOf,
  visible,
} from './bench.js';

const JOURNAL = 'assets/.prometeu/journal.json';

const START = { 'assets/villain/asset.json': 'villain', 'assets/old/asset.json': 'old', [REGISTRY]: 'registry' };

const CHANGES = {
  'assets/hero/asset.json': 'new hero',
  'assets/villain/asset.json': 'new villain',
  'assets/old/asset.json': null,
  [REGISTRY]: 'new registry',
};

/** A workspace whose process died right after the commit point. */
async function committed() {
  const bench = benchWith({ ...START, 'assets/hero/idle.png': '' });
  const plan = await textPlan(bench.workspace, CHANGES);
  let isCommitted = false;
  rewire(bench.board, (operation) => {
    if (isCommitted) throw new Crash();
    isCommitted = operation === 'rename';
    return undefined;
  });
  ignoreOutcome(await apply(bench.workspace, plan));
  rewire(bench.board);
  return { ...bench, plan };
}

function stagedFor(workspace: MemoryWorkspace, target: string): string {
  const folder = target.slice(0, target.lastIndexOf('/') + 1);
  const name = target.slice(folder.length);
  return leftovers(workspace).find((file) => file.startsWith(`${folder}.${name}.`)) ?? '';
}

describe('recover', () => {
  it('has nothing to do where there is no journal, writes nothing and takes no lock', async () => {
    const { workspace, board } = benchWith(START);
    rewire(board);
    expect(valueOf(await recoverAs(workspace)).value).toEqual({ state: 'nothing-to-do', targets: [] });
    expect(board.calls).toEqual([{ operation: 'read', path: JOURNAL }]);
  });

  it('rolls a committed plan forward, and says so', async () => {
    const { workspace } = await committed();
    expect(visible(workspace)[REGISTRY]).toBe(sha256('registry'));
    const { value, diagnostics } = valueOf(await recoverAs(workspace));
    expect(value.state).toBe('rolled-forward');
    expect(value.targets).toContain('assets/old/asset.json');
    expect(diagnostics).toMatchObject([{ code: 'PLAN_RECOVERED', severity: 'info', artifact: 'journal' }]);
    for (const [file, text] of Object.entries(CHANGES)) expect(textOf(workspace, file)).toBe(text);
    expect(leftovers(workspace)).toEqual([]);
  });

  it('first makes sure that the journal is on stable storage: who wrote it may have died before', async () => {
    const { workspace, board } = await committed();
    rewire(board);
    valueOf(await recoverAs(workspace));
    const writes = board.calls.filter(({ operation }) => operation === 'rename' || operation === 'remove' || operation === 'sync-folder');
    expect(writes[0]).toEqual({ operation: 'sync-folder', path: 'assets/.prometeu' });
  });

  it('goes no further where that cannot be made sure', async () => {
    const { workspace, board } = await committed();
    const before = visible(workspace);
    rewire(board, (operation) => (operation === 'sync-folder' ? 'io' : undefined));
    expect(codesOf(await recoverAs(workspace))).toEqual(['PLAN_IO_FAILED', 'PLAN_TRANSACTION_PENDING']);
    expect(visible(workspace)).toEqual(before);
  });

  it('X16: keeps an edit made since, touches nothing, and names both versions', async () => {
    const { workspace } = await committed();
    workspace.set('assets/villain/asset.json', 'edited by hand');
    const before = workspace.files();
    const outcome = await recoverAs(workspace);
    expect(codesOf(outcome)).toEqual(['PLAN_RECOVERY_CONFLICT', 'PLAN_TRANSACTION_PENDING']);
    const staged = stagedFor(workspace, 'assets/villain/asset.json');
    expect(outcome.isErr() && outcome.error[0].data).toEqual({
      path: 'assets/villain/asset.json',
      before: { kind: 'file', sha256: sha256('villain'), length: null },
      after: { kind: 'file', sha256: sha256('new villain'), length: 11 },
      found: { kind: 'file', sha256: sha256('edited by hand'), length: 14 },
      staged,
      stagedFound: { kind: 'file', sha256: sha256('new villain'), length: 11 },
    });
    workspace.delete('assets/.prometeu/lock');
    before.delete('assets/.prometeu/lock');
    expect(workspace.files()).toEqual(before);
  });

  it('X16: an edit that is what the plan makes is no conflict', async () => {
    const { workspace } = await committed();
    workspace.set('assets/villain/asset.json', 'new villain');
    expect(valueOf(await recoverAs(workspace)).value.state).toBe('rolled-forward');
    expect(leftovers(workspace)).toEqual([]);
  });

  it.each([
    ['staged content vanished', null],
    ['staged content was changed', 'something else'],
  ])('stops where %s', async (_, content) => {
    const { workspace } = await committed();
    const staged = stagedFor(workspace, 'assets/villain/asset.json');
    if (content === null) workspace.delete(staged);
    else workspace.set(staged, content);
    const outcome = await recoverAs(workspace);
    expect(codesOf(outcome)[0]).toBe('PLAN_RECOVERY_CONFLICT');
    expect(textOf(workspace, REGISTRY)).toBe('registry');
  });

  it.each([
    ['a file to be removed was edited', 'assets/old/asset.json', 'edited'],
    ['a file to be made exists', 'assets/hero/asset.json', 'mine'],
  ])('stops where %s', async (_, file, content) => {
    const { workspace } = await committed();
    workspace.set(file, content);
    expect(codesOf(await recoverAs(workspace))[0]).toBe('PLAN_RECOVERY_CONFLICT');
    expect(textOf(workspace, file)).toBe(content);
  });

  it('X17: refuses a journal of a newer release, touches nothing, and refuses every plan', async () => {
    const { workspace, plan } = await committed();
    workspace.set(JOURNAL, '{"schema_version": 2, "whatever": []}');
    workspace.delete('assets/.prometeu/lock');
    const before = workspace.files();
    const outcome = await recoverAs(workspace);
    expect(outcome.isErr() && outcome.error[0]).toMatchObject({ code: 'VERSION_TOO_NEW', artifact: 'journal', found: 2 });
    expect(codesOf(await apply(workspace, plan))).toEqual(['VERSION_TOO_NEW']);
    expect(workspace.files()).toEqual(before);
  });

  it('refuses a damaged journal, touches nothing, and refuses every plan', async () => {
    const { workspace, plan } = await committed();
    const text = textOf(workspace, JOURNAL) ?? '';
    workspace.set(JOURNAL, text.replace(sha256('new villain'), sha256('other villain')));
    workspace.delete('assets/.prometeu/lock');
    const before = workspace.files();
    const outcome = await recoverAs(workspace);
    expect(outcome.isErr() && outcome.error[0]).toMatchObject({
      code: 'PLAN_JOURNAL_DAMAGED',
      data: { fault: 'checksum', pointer: '/checksum' },
    });
    expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_JOURNAL_DAMAGED']);
    expect(workspace.files()).toEqual(before);
  });

  it('X14: is locked out by an owner that is not proven dead', async () => {
    const { workspace } = await committed();
    const loner = { self: { host: 'memory', bootId: 'memory', pid: 2, processStart: '2' }, processStart: () => '' };
    expect(codesOf(await recoverAs(workspace, loner))).toEqual(['PLAN_LOCKED']);
    expect(codesOf(await recoverAs(workspace, { ...loner, processStart: () => null }))).toEqual([]);
  });
});

describe('inspectJournal', () => {
  it('tells a committed plan as a warning, with its targets', async () => {
    const { workspace } = await committed();
    const found = valueOf(await inspectJournal(workspace.read, compute));
    expect(found.state).toBe('committed');
    expect(found.diagnostics).toMatchObject([{ code: 'PLAN_TRANSACTION_PENDING', severity: 'warning', data: { cause: null } }]);
  });

  it.each([
    ['a folder', (workspace: MemoryWorkspace) => workspace.folder(JOURNAL)],
    ['a symlink', (workspace: MemoryWorkspace) => workspace.symlink(JOURNAL)],
  ])('takes %s in its place for damage', async (_, change) => {
    const { workspace } = benchWith(START);
    change(workspace);
    expect(valueOf(await inspectJournal(workspace.read, compute))).toMatchObject({
      state: 'damaged',
      diagnostics: [{ data: { fault: 'not-a-file' } }],
    });
  });

  it.each(['denied', 'io', 'changed', 'busy'] as const)(
    'tells a journal that cannot be read (%s) as an error of the journal',
    async (kind) => {
      const { workspace, board } = benchWith(START);
      rewire(board, () => kind);
      expect(valueOf(await inspectJournal(workspace.read, compute))).toMatchObject({
        state: 'unreadable',
        diagnostics: [{ severity: 'error', artifact: 'journal', location: { kind: 'file', file: JOURNAL }, data: { kind } }],
      });
    },
  );

  it('takes a journal over the byte limit for damage', async () => {
    const { workspace, board } = benchWith(START);
    rewire(board, () => 'too-large');
    expect(valueOf(await inspectJournal(workspace.read, compute))).toMatchObject({
      state: 'damaged',
      diagnostics: [{ code: 'PLAN_JOURNAL_DAMAGED', data: { fault: 'json' } }, { code: 'JSON_TOO_LARGE' }],
    });
  });

  it('refuses every plan where the journal cannot be read', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    rewire(board, (_operation, at) => (at === JOURNAL ? 'denied' : undefined));
    expect(codesOf(await apply(workspace, plan))).toEqual(['IO_DENIED']);
  });

  it('cannot tell where the port breaks its contract', async () => {
    const { workspace } = benchWith(START);
    const mute = { ...workspace.read, readFiles: () => Promise.resolve(ok()) };
    expect(codesOf(await inspectJournal(mute, compute))).toEqual(['IO_BROKEN_PORT']);
  });
});

describe('a plan after a restart', () => {
  it('finishes the unfinished one first', async () => {
    const { workspace } = await committed();
    const ports = { read: workspace.read, write: workspace.writeAs(afterRestart()) };
    const after = await apply(ports, await textPlan(workspace, { 'assets/hero/asset.json': 'third hero' }, {}));
    expect(codesOf(after)).toEqual(['PLAN_STALE', 'PLAN_RECOVERED']);
    const next = await apply(ports, await textPlan(workspace, { 'assets/hero/asset.json': 'third hero' }, {}));
    expect(valueOf(next).value.state).toBe('applied');
  });
});
