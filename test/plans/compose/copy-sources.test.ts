import { ok } from 'neverthrow';
import { expect, it } from 'vitest';
import { copySources, type CopyTarget } from '../../../src/plans/compose/copy-sources.js';
import { digestParts } from '../../../src/plans/compose/digest-parts.js';
import { layoutRecipe } from '../../../src/plans/compose/layout-recipe.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import { benchWith, compute, REGISTRY, rewire, sha256, valueOf } from '../bench.js';
import { stagingOf } from '../staging.js';
import { checkedRecipe, type NotedWriter, notedWriter } from './copying.js';

const LARGE = new Uint8Array(1024 * 1024 + 1).fill(7);
const LIMIT = LARGE.subarray(1);
const START = { [REGISTRY]: '{}', 'assets/one/a': 'aaa', 'assets/two/b': LARGE, 'assets/three/c': 'c', 'assets/four/d': LIMIT };
const ALL = { one: ['a'], two: ['b'], three: ['c'], four: ['d'] };

interface Circumstances {
  readonly assets?: Readonly<Record<string, readonly string[]>>;
  readonly fault?: readonly [PortOperation, string, PortErrorKind];
  readonly writer?: NotedWriter;
  readonly side?: CopyTarget['side'];
}

async function copy({ assets = ALL, fault, writer = notedWriter(), side }: Circumstances = {}) {
  const bench = benchWith(START);
  const recipe = await checkedRecipe(bench, assets, true);
  const { header, payloadLength } = valueOf(layoutRecipe(recipe));
  rewire(bench.board, (operation, at) => (operation === fault?.[0] && at === fault[1] ? fault[2] : undefined));
  const context = stagingOf(bench.workspace);
  const copied = await copySources(context, recipe, { table: header.asset_table, writer, payloadLength, ...(side && { side }) });
  const read = bench.board.calls.map(({ operation, path }) => `${operation} ${path}`);
  return { copied, read, payloadLength, reports: context.reports, held: writer.held, taken: writer.taken };
}

const later = (change: (digest: string, asked: number) => string): CopyTarget['side'] => {
  let asked = 0;
  return {
    digest: (parts) => {
      asked += 1;
      return Promise.resolve(digestParts(parts, compute).map((digest) => change(digest, asked)));
    },
  };
};

it('copies large ones in pieces and the others whole, and digests each, here or elsewhere', async () => {
  const expected = [sha256('aaa'), sha256(LARGE), sha256('c'), sha256(LIMIT)].map((digest) => ({ sha256: digest, inputs: [digest] }));
  const here = await copy();
  expect(valueOf(here.copied)).toEqual(expected);
  expect(here.held).toEqual([]);
  expect(here.read.filter((call) => call.startsWith('open'))).toEqual(['open assets/two/b']);
  const elsewhere = await copy({ side: later((digest) => digest) });
  expect(valueOf(elsewhere.copied)).toEqual(expected);
  expect(await Promise.all(elsewhere.held)).toEqual([ok(), ok(), ok()]);
});

it('tells how far it is, the gaps counted', async () => {
  const { reports, payloadLength, taken } = await copy();
  expect(reports.at(-1)).toEqual({ phase: 'compose', done: payloadLength, total: payloadLength, unit: 'bytes' });
  expect(taken.reduce((bytes, { length }) => bytes + length, 0)).toBe(payloadLength);
});

it.each([
  ['a small one', 0, { one: ['a'] }],
  ['a large one', 0, { two: ['b'] }],
  ['one behind another', 2, { two: ['b'], one: ['a'] }],
])('tells that there is no room: for %s', async (_, failAt, assets) => {
  const { copied } = await copy({ assets, writer: notedWriter(failAt) });
  expect(copied._unsafeUnwrapErr()).toMatchObject([
    {
      code: 'PLAN_IO_FAILED',
      location: { kind: 'file', file: 'build/staged' },
      data: { operation: 'write', phase: 'compose', reason: 'no-space' },
    },
  ]);
});

it.each<[PortOperation, string]>([
  ['read', 'assets/one/a'],
  ['open', 'assets/two/b'],
])('tells an error of the port, and copies no further: %s %s', async (operation, path) => {
  const { copied, read } = await copy({ fault: [operation, path, 'io'] });
  expect(copied._unsafeUnwrapErr()).toMatchObject([
    { code: 'PLAN_IO_FAILED', location: { kind: 'file', file: path }, data: { operation, phase: 'compose', reason: 'io' } },
  ]);
  expect(read.some((call) => call.endsWith('assets/three/c'))).toBe(false);
});

it('tells of digests that come later and are wrong, and copies no further once it is known', async () => {
  const { copied, read } = await copy({ side: later((digest, asked) => (asked === 1 ? sha256('other') : digest)) });
  expect(copied._unsafeUnwrapErr()).toMatchObject([
    { code: 'PLAN_STALE', data: { differences: [{ path: 'assets/one/a', found: { sha256: sha256('other'), length: 3 } }] } },
  ]);
  expect(read.some((call) => call.endsWith('assets/three/c'))).toBe(false);
});

it('tells the first that is wrong, though what comes behind it failed already', async () => {
  const side: CopyTarget['side'] = {
    digest: (parts) => new Promise((resolve) => setTimeout(() => resolve(parts.map(() => sha256('other'))), 20)),
  };
  const { copied } = await copy({ side, fault: ['open', 'assets/two/b', 'io'] });
  expect(copied._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_STALE', data: { differences: [{ path: 'assets/one/a' }] } }]);
});
