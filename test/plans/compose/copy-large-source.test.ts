import { expect, it } from 'vitest';
import { copyLargeSource } from '../../../src/plans/compose/copy-large-source.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';
import { benchWith, REGISTRY, rewire, sha256, valueOf } from '../bench.js';
import { checkedRecipe, groupOf, type NotedWriter, notedWriter } from './copying.js';

const SOURCE = 'assets/one/a';
const START = { [REGISTRY]: '{}', [SOURCE]: 'content' };

interface Circumstances {
  /** What goes wrong with the `at`-th call of an operation, counted from 0. */
  readonly fault?: { readonly operation: PortOperation; readonly at: number; readonly kind: PortErrorKind };
  readonly writer?: NotedWriter;
  readonly signal?: AbortSignal;
  readonly change?: string;
}

async function copy({ fault, writer = notedWriter(), signal, change }: Circumstances = {}) {
  const bench = benchWith(START);
  const recipe = await checkedRecipe(bench, { one: ['a'] }, true);
  const { group, digests } = groupOf(recipe);
  if (change !== undefined) bench.workspace.set(SOURCE, change);
  let calls = 0;
  rewire(bench.board, (operation) => {
    if (operation !== fault?.operation) return undefined;
    calls += 1;
    return calls - 1 === fault.at ? fault.kind : undefined;
  });
  const pieces: number[] = [];
  const context = { read: bench.workspace.read, signal };
  const copied = await copyLargeSource(context, { ...group[0], gap: 3 }, writer, digests, (bytes) => void pieces.push(bytes));
  const operations = bench.board.calls.map(({ operation }) => operation);
  return { copied, writer, digests, pieces, operations };
}
const refusal = async (circumstances: Circumstances) =>
  (await copy(circumstances)).copied._unsafeUnwrapErr().map(({ code, location, data }) => ({ code, location, data }));

it('copies it behind its zeros, and digests what was copied', async () => {
  const { copied, writer, digests, pieces, operations } = await copy();
  expect(copied.isOk()).toBe(true);
  expect(writer.taken.map((room) => new TextDecoder().decode(room))).toEqual(['\0\0\0', 'content']);
  expect(pieces).toEqual([3, 7]);
  expect(digests.list()).toEqual([{ sha256: sha256('content'), inputs: [sha256('content')] }]);
  expect(operations).toEqual(['open', 'read', 'read', 'close']);
});

it.each<[PortOperation, number, string]>([
  ['open', 0, 'of opening'],
  ['read', 0, 'of reading'],
  ['read', 1, 'of reading beyond its end'],
  ['close', 0, 'of closing'],
])('tells an error: %s %i, %s', async (operation, at) => {
  expect(await refusal({ fault: { operation, at, kind: 'io' } })).toMatchObject([
    {
      code: 'PLAN_IO_FAILED',
      location: { kind: 'file', file: SOURCE },
      data: { path: SOURCE, operation, phase: 'compose', reason: 'io' },
    },
  ]);
});

it.each([0, 1])('tells that there is no room for it: %i', async (failAt) => {
  const { copied, operations } = await copy({ writer: notedWriter(failAt) });
  expect(copied._unsafeUnwrapErr()).toMatchObject([
    { code: 'PLAN_IO_FAILED', data: { path: 'build/staged', operation: 'write', phase: 'compose', reason: 'no-space' } },
  ]);
  expect(operations).toEqual(['open', 'close']);
});

it('copies nothing once the caller cancels', async () => {
  const { copied, operations } = await copy({ signal: AbortSignal.abort() });
  expect(copied._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_CANCELLED', data: { phase: 'compose' } }]);
  expect(operations).toEqual(['open', 'close']);
  expect((await copy({ signal: new AbortController().signal })).copied.isOk()).toBe(true);
});

it.each<[string, Circumstances, object]>([
  ['is gone', { fault: { operation: 'open', at: 0, kind: 'not-found' } }, { kind: 'absent' }],
  ['changed', { fault: { operation: 'read', at: 0, kind: 'changed' } }, { kind: 'file', sha256: null, length: null }],
  ['is longer', { change: 'contents' }, { kind: 'file', sha256: null, length: 8 }],
  ['is much longer', { change: 'content, and more' }, { kind: 'file', sha256: null, length: 17 }],
  ['has other bytes', { change: 'CONTENT' }, { kind: 'file', sha256: sha256('CONTENT'), length: 7 }],
])('tells that it %s', async (_, circumstances, found) => {
  const expected = { kind: 'file', sha256: sha256('content'), length: 7 };
  expect(await refusal(circumstances)).toEqual([
    { code: 'PLAN_STALE', location: { kind: 'file', file: SOURCE }, data: { differences: [{ path: SOURCE, expected, found }] } },
  ]);
});

it.each([
  ['shrinks', 4],
  ['grows', 11],
])('tells how long it is where it %s while it is copied', async (_, more) => {
  const PIECE = 1024 * 1024;
  const { workspace, board } = benchWith({ [REGISTRY]: '{}', [SOURCE]: new Uint8Array(PIECE + 10) });
  const { group, digests } = groupOf(await checkedRecipe({ workspace, board }, { one: ['a'] }));
  const read = {
    ...workspace.read,
    openFile: async (file: WorkspacePath) => {
      const { stat } = valueOf(await workspace.read.openFile(file));
      workspace.set(SOURCE, new Uint8Array(PIECE + more));
      return (await workspace.read.openFile(file)).map((handle) => ({ ...handle, stat }));
    },
  };
  const copied = await copyLargeSource({ read }, group[0], notedWriter(), digests, () => undefined);
  const expected = { kind: 'file', sha256: null, length: PIECE + 10 };
  const found = { kind: 'file', sha256: null, length: PIECE + more };
  expect(copied._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_STALE', data: { differences: [{ path: SOURCE, expected, found }] } }]);
});

it('asks for nothing more where the last piece is a whole one', async () => {
  const PIECE = 1024 * 1024;
  const { workspace, board } = benchWith({ [REGISTRY]: '{}', [SOURCE]: new Uint8Array(2 * PIECE) });
  const { group, digests } = groupOf(await checkedRecipe({ workspace, board }, { one: ['a'] }));
  const writer = notedWriter();
  const copied = await copyLargeSource({ read: workspace.read }, group[0], writer, digests, () => undefined);
  expect(copied.isOk()).toBe(true);
  expect(writer.taken.map(({ length }) => length)).toEqual([0, PIECE, PIECE]);
});
