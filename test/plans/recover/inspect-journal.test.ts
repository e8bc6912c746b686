import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { inspectJournal } from '../../../src/plans/recover/inspect-journal.js';
import { PORT_ERROR_KINDS, type PortErrorKind } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { benchWith, compute } from '../bench.js';
import { failed, failingBatch } from '../staging.js';
import { committedBench, JOURNAL, journal } from './journals.js';

/** What a journal is that the port gives this error for. */
async function inspect(kind: PortErrorKind, at = JOURNAL) {
  const read: ReadPort = {
    ...benchWith({}).workspace.read,
    readFiles: async (_, visit) => {
      visit(0, failed(kind, 'read', at));
      return ok(undefined);
    },
  };
  return inspectJournal(read, compute);
}

const absent = { state: 'absent', diagnostics: [] };

const damaged = (fault: string) => ({
  state: 'damaged',
  diagnostics: [{ code: 'PLAN_JOURNAL_DAMAGED', data: { path: JOURNAL, fault, pointer: '' } }],
});

const LOOKS: Readonly<Partial<Record<PortErrorKind, object>>> = {
  'not-found': absent,
  'not-a-folder': absent,
  'not-a-file': damaged('not-a-file'),
  symlink: damaged('not-a-file'),
};

const SILENT: readonly PortErrorKind[] = ['aborted', 'broken', 'too-large'];

describe('inspectJournal', () => {
  it('gives the journal', async () => {
    const inspected = await inspectJournal(committedBench().context.read, compute);
    expect(inspected._unsafeUnwrap()).toMatchObject({ state: 'committed', journal, diagnostics: [{ code: 'PLAN_TRANSACTION_PENDING' }] });
  });

  it.each(PORT_ERROR_KINDS.filter((kind) => !SILENT.includes(kind)))('%s: absent, damaged, or not to be read', async (kind) => {
    const inspected = (await inspect(kind))._unsafeUnwrap();
    const unreadable = { state: 'unreadable', diagnostics: [{ artifact: 'journal', severity: 'error', data: { kind, path: JOURNAL } }] };
    expect(inspected).toMatchObject(LOOKS[kind] ?? unreadable);
    expect(inspected.diagnostics).toHaveLength(inspected.state === 'absent' ? 0 : 1);
  });

  it('too large: damaged, with the reason behind it', async () => {
    expect((await inspect('too-large'))._unsafeUnwrap()).toMatchObject({
      state: 'damaged',
      diagnostics: [{ data: { path: JOURNAL, fault: 'json', pointer: '' } }, { code: 'JSON_TOO_LARGE', artifact: 'journal' }],
    });
  });

  it.each(['not-a-file', 'symlink'] as const)('%s of a folder above: no journal can be there', async (kind) => {
    expect((await inspect(kind, 'assets/.prometeu'))._unsafeUnwrap()).toEqual(absent);
  });

  it.each([
    ['aborted', 'IO_ABORTED'],
    ['broken', 'IO_BROKEN_PORT'],
  ] as const)('%s says nothing of the journal', async (kind, code) => {
    expect((await inspect(kind))._unsafeUnwrapErr()).toMatchObject([{ code, artifact: 'journal' }]);
  });

  it('cannot tell where the read as a whole fails, or answers nothing', async () => {
    const { workspace } = benchWith({});
    const whole = await inspectJournal(failingBatch(workspace.read, 'readFiles', 0, 'denied'), compute);
    expect(whole._unsafeUnwrapErr()).toMatchObject([{ code: 'IO_DENIED', artifact: 'journal', location: { kind: 'workspace' } }]);
    const mute = await inspectJournal({ ...workspace.read, readFiles: async () => ok(undefined) }, compute);
    expect(mute._unsafeUnwrapErr()).toMatchObject([{ code: 'IO_BROKEN_PORT', data: { operation: 'read', path: JOURNAL } }]);
  });
});
