import { ok } from 'neverthrow';
import { expect, it } from 'vitest';
import { copySmallSources } from '../../../src/plans/compose/copy-small-sources.js';
import { digestParts } from '../../../src/plans/compose/digest-parts.js';
import { spanOf } from '../../../src/plans/compose/place-sources.js';
import type { PortErrorKind } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { benchWith, compute, REGISTRY, rewire, sha256, valueOf } from '../bench.js';
import { failingBatch } from '../staging.js';
import { checkedRecipe, groupOf } from './copying.js';

const START = { [REGISTRY]: '{}', 'assets/one/a': 'aaa', 'assets/one/b': 'bb', 'assets/two/c': 'c' };

interface Circumstances {
  readonly faults?: Readonly<Record<string, PortErrorKind>>;
  readonly read?: (port: ReadPort) => ReadPort;
  readonly signal?: AbortSignal;
  readonly isLate?: boolean;
}

async function copy({ faults = {}, read, signal, isLate = false }: Circumstances = {}) {
  const bench = benchWith(START);
  const recipe = await checkedRecipe(bench, { one: ['a', 'b'], two: ['c'] }, true);
  const { group, digests } = groupOf(recipe);
  const [first, ...rest] = group;
  const gapped = [{ ...first, gap: 2 }, ...rest] as const;
  const room = new Uint8Array(spanOf(gapped)).fill(0xee);
  rewire(bench.board, (_, at) => faults[at]);
  const digest = (parts: readonly Uint8Array[]) => (isLate ? Promise.resolve(digestParts(parts, compute)) : digestParts(parts, compute));
  const context = { read: read?.(bench.workspace.read) ?? bench.workspace.read, signal };
  const copied = await copySmallSources(context, gapped, room, digests, { digest });
  return { copied, room, digests };
}
const refusal = async (circumstances: Circumstances) =>
  (await copy(circumstances)).copied._unsafeUnwrapErr().map(({ code, location, data }) => ({ code, location, data }));

const ioAt = (path: string, reason: PortErrorKind) => ({
  code: 'PLAN_IO_FAILED',
  location: { kind: 'file', file: path },
  data: { path, operation: 'read', phase: 'compose', reason },
});

it('reads each into its place, zeros between them, and digests them at once or later', async () => {
  const now = await copy();
  expect(valueOf(now.copied)).toBeNull();
  expect(new TextDecoder().decode(now.room)).toBe('\0\0aaabbc');
  const later = await copy({ isLate: true });
  expect(await valueOf(later.copied)).toEqual(ok());
  const expected = [
    { sha256: sha256('aaabb'), inputs: [sha256('aaa'), sha256('bb')] },
    { sha256: sha256('c'), inputs: [sha256('c')] },
  ];
  expect([now.digests.list(), later.digests.list()]).toEqual([expected, expected]);
});

it('tells every source that could not be read, and those that differ, in the one order', async () => {
  const faults = { 'assets/two/c': 'io', 'assets/one/b': 'not-found', 'assets/one/a': 'denied' } as const;
  expect(await refusal({ faults })).toMatchObject([
    ioAt('assets/one/a', 'denied'),
    { code: 'PLAN_STALE', data: { differences: [{ path: 'assets/one/b', found: { kind: 'absent' } }] } },
    ioAt('assets/two/c', 'io'),
  ]);
});

it('tells that they could not be read at all', async () => {
  const told = await refusal({ read: (port) => failingBatch(port, 'readFiles', 0) });
  expect(told).toMatchObject([{ code: 'PLAN_IO_FAILED', location: { kind: 'workspace' }, data: { phase: 'compose', reason: 'io' } }]);
});

it('hears the signal', async () => {
  expect(await refusal({ signal: AbortSignal.abort() })).toMatchObject([{ code: 'PLAN_CANCELLED', data: { phase: 'compose' } }]);
  expect((await copy({ signal: new AbortController().signal })).copied.isOk()).toBe(true);
});

it('takes no answer to what was not asked', async () => {
  const read = (port: ReadPort): ReadPort => ({
    ...port,
    readFiles: (requests, visit, options) => {
      visit(requests.length, ok({ bytes: new Uint8Array(3), stat: { kind: 'file', size: 3, modifiedMs: 0 } }));
      return port.readFiles(requests, visit, options);
    },
  });
  const { copied, room } = await copy({ read });
  expect(valueOf(copied)).toBeNull();
  expect(new TextDecoder().decode(room)).toBe('\0\0aaabbc');
});
