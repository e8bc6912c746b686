import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plans/plan.js';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';
import type { PortErrorKind, PortOperation, PortResult } from '../../src/ports/port-error.js';
import type { ReadPort } from '../../src/ports/read-port.js';
import type { WritePort } from '../../src/ports/write-port.js';
import {
  apply,
  type Bench,
  benchWith,
  buildPlan,
  codesOf,
  compute,
  ignoreOutcome,
  leftovers,
  recipeOf,
  recoverAs,
  REGISTRY,
  rewire,
  textPlan,
  valueOf,
  visible,
} from './bench.js';

/** A workspace, and a plan for it. */
interface FaultCase {
  readonly start: () => Bench;
  readonly plan: (bench: Bench) => Promise<Plan>;
}

/** How many operations a plan takes, and what the user sees before and after it. */
async function measure({ start, plan }: FaultCase) {
  const bench = start();
  const before = visible(bench.workspace);
  const made = await plan(bench);
  rewire(bench.board);
  valueOf(await apply(bench.workspace, made));
  return { before, after: visible(bench.workspace), operations: bench.board.calls.length };
}

const texts: FaultCase = {
  start: () =>
    benchWith({
      'assets/villain/asset.json': '{"name":"villain"}\n',
      'assets/old/asset.json': '{"name":"old"}\n',
      [REGISTRY]: '{"assets":[]}\n',
    }),
  plan: ({ workspace }) =>
    textPlan(
      workspace,
      { 'assets/villain/asset.json': '{"name":"scoundrel"}\n', 'assets/old/asset.json': null, [REGISTRY]: '{"assets":[1]}\n' },
      { folders: ['assets'] },
    ),
};

const build: FaultCase = {
  start: () => benchWith({ 'assets/hero/a.bin': 'aaaa', 'assets/hero/b.bin': 'bb', [REGISTRY]: '{}\n', 'build/assets.pa': 'old' }),
  plan: ({ workspace }) => buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin', 'b.bin'] }), { folders: ['assets'] }),
};

const firstBuild: FaultCase = {
  start: () => benchWith({ 'assets/hero/a.bin': 'aaaa', 'assets/hero/b.bin': 'bb', [REGISTRY]: '{}\n' }),
  plan: build.plan,
};

const WRITING: ReadonlySet<PortOperation> = new Set([
  'create',
  'write',
  'sync',
  'rename',
  'remove',
  'make-folder',
  'sync-folder',
  'lock',
  'check',
]);

async function applyWithFault(scenario: FaultCase, index: number, kind: PortErrorKind | 'short-write', isSticky: boolean) {
  const bench = scenario.start();
  const plan = await scenario.plan(bench);
  let failed: { readonly operation: PortOperation; readonly path: string } | null = null;
  rewire(bench.board, (operation, path, call) => {
    const isHit = isSticky ? call >= index && WRITING.has(operation) : call === index;
    if (isHit) failed ??= { operation, path };
    return isHit ? kind : undefined;
  });
  const outcome = await apply(bench.workspace, plan);
  rewire(bench.board);
  return { bench, outcome, failed: failed as { readonly operation: PortOperation; readonly path: string } | null };
}

/** The ports of a workspace, and how many handles of them are open. */
function countHandles({ read, write }: { readonly read: ReadPort; readonly write: WritePort }) {
  let open = 0;
  const count = <T extends { close(): Promise<PortResult<void>> }>(handle: T): T => {
    open += 1;
    const close = (): Promise<PortResult<void>> => {
      open -= 1;
      return handle.close();
    };
    return { ...handle, close };
  };
  return {
    open: () => open,
    ports: {
      read: { ...read, openFile: async (path: WorkspacePath) => (await read.openFile(path)).map(count) },
      write: { ...write, createFile: async (path: WorkspacePath) => (await write.createFile(path)).map(count) },
    },
  };
}

/** What was committed is finished by recovery; what was not has left no trace but what could not be removed. */
async function judge(bench: Bench, before: unknown, after: unknown, isCommitted: boolean): Promise<void> {
  if (!isCommitted) expect(visible(bench.workspace)).toEqual(before);
  valueOf(await recoverAs(bench.workspace));
  expect(visible(bench.workspace)).toEqual(isCommitted ? after : before);
}

describe.each([
  ['texts', texts],
  ['a rebuild', build],
  ['a first build', firstBuild],
])('X4, X5, X6, X7, X9, X10, X18: one operation fails, %s', (_, scenario) => {
  it.each(['no-space', 'busy'] as const)('once, %s: an error before the commit, a warning after it', async (kind) => {
    const { before, after, operations } = await measure(scenario);
    const reports: string[] = [];
    for (let index = 0; index < operations; index += 1) {
      const { bench, outcome, failed } = await applyWithFault(scenario, index, kind, false);
      const first = outcome.isErr() ? outcome.error[0] : outcome.value.diagnostics[0];
      expect(outcome.isErr() || outcome.value.diagnostics.every(({ severity }) => severity !== 'error')).toBe(true);
      if (outcome.isErr() && first?.code === 'PLAN_IO_FAILED') {
        expect(first.data).toMatchObject({ operation: failed?.operation, path: failed?.path, reason: kind });
      }
      reports.push(`${outcome.isErr() ? 'Err' : outcome.value.value.state} ${first?.code ?? ''}`);
      const isInDoubt = outcome.isErr() && codesOf(outcome).includes('PLAN_TRANSACTION_PENDING');
      const isCommitted = outcome.isOk() || isInDoubt;
      if (!isCommitted && !codesOf(outcome).includes('PLAN_STAGED_FILE_LEFT')) {
        expect(leftovers(bench.workspace).filter((file) => !file.endsWith('/lock'))).toEqual([]);
      }
      await judge(bench, before, after, isCommitted);
    }
    expect(new Set(reports)).toContain('pending PLAN_TRANSACTION_PENDING');
    expect(new Set(reports)).toContain('Err PLAN_IO_FAILED');
  });

  it.each(['no-space'] as const)('and every writing operation after it, %s', async (kind) => {
    const { before, after, operations } = await measure(scenario);
    for (let index = 0; index < operations; index += 1) {
      const { bench, outcome } = await applyWithFault(scenario, index, kind, true);
      const isCommitted = outcome.isOk() || codesOf(outcome).includes('PLAN_TRANSACTION_PENDING');
      await judge(bench, before, after, isCommitted);
    }
  });

  it('X4: short writes are carried on', async () => {
    const { after } = await measure(scenario);
    const bench = scenario.start();
    const plan = await scenario.plan(bench);
    rewire(bench.board, (operation) => (operation === 'write' ? 'short-write' : undefined));
    expect(valueOf(await apply(bench.workspace, plan)).value.state).toBe('applied');
    expect(visible(bench.workspace)).toEqual(after);
  });

  it('X22: every handle and the lock are given back on every way out', async () => {
    const { operations } = await measure(scenario);
    for (let index = 0; index < operations; index += 1) {
      const bench = scenario.start();
      const plan = await scenario.plan(bench);
      const counted = countHandles(bench.workspace);
      rewire(bench.board, (_operation, _path, call) => (call === index ? 'io' : undefined));
      ignoreOutcome(await apply(counted.ports, plan));
      expect(counted.open()).toBe(0);
      const locks = bench.board.calls.filter(({ operation }, call) => operation === 'lock' && call !== index).length;
      expect(bench.board.calls.filter(({ operation }) => operation === 'unlock')).toHaveLength(locks);
    }
  });
});

describe('X6: sources that cannot be read', () => {
  it('are all named at once', async () => {
    const bench = build.start();
    const plan = await build.plan(bench);
    rewire(bench.board, (operation, path) => (operation === 'read' && path.endsWith('.bin') ? 'io' : undefined));
    const outcome = await apply(bench.workspace, plan);
    expect(outcome.isErr() && outcome.error.map(({ data }) => data)).toEqual([
      { path: 'assets/hero/a.bin', operation: 'read', phase: 'compose', reason: 'io', detail: 'injected' },
      { path: 'assets/hero/b.bin', operation: 'read', phase: 'compose', reason: 'io', detail: 'injected' },
    ]);
  });
});

describe('X7: flushing fails', () => {
  it.each([
    ['a staged file', 'sync', 'assets/villain/.asset.json.'],
    ['the journal', 'sync', 'assets/.prometeu/.journal.json.'],
    ['the folder of a staged file', 'sync-folder', 'assets/villain'],
  ] as const)('of %s: nothing is committed, and the flush is not tried again', async (_, operation, start) => {
    const bench = texts.start();
    const before = visible(bench.workspace);
    const plan = await texts.plan(bench);
    let hits = 0;
    rewire(bench.board, (asked, path) => {
      const isHit = asked === operation && path.startsWith(start);
      if (isHit) hits += 1;
      return isHit ? 'io' : undefined;
    });
    const outcome = await apply(bench.workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_IO_FAILED']);
    expect(hits).toBe(1);
    expect(visible(bench.workspace)).toEqual(before);
    expect(leftovers(bench.workspace)).toEqual([]);
  });

  it('of the journal in its place: nothing is rolled forward, nothing taken back, and recovery finishes it', async () => {
    const bench = texts.start();
    const before = visible(bench.workspace);
    const plan = await texts.plan(bench);
    let isRenamed = false;
    rewire(bench.board, (operation, path) => {
      isRenamed ||= operation === 'rename';
      return isRenamed && operation === 'sync-folder' && path === 'assets/.prometeu' ? 'io' : undefined;
    });
    const outcome = await apply(bench.workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_IO_FAILED', 'PLAN_TRANSACTION_PENDING']);
    expect(outcome.isErr() && outcome.error[0].data).toMatchObject({ phase: 'commit', operation: 'sync-folder' });
    expect(visible(bench.workspace)).toEqual(before);
    rewire(bench.board);
    expect(valueOf(await recoverAs(bench.workspace)).value.state).toBe('rolled-forward');
    expect(visible(bench.workspace)).toEqual((await measure(texts)).after);
  });
});

describe('X20: a port that breaks its contract', () => {
  it('gives back handles and lock also where what computes digests throws', async () => {
    const probe = build.start();
    let digests = 0;
    const counting = { ...compute, sha256: () => ((digests += 1), compute.sha256()) };
    valueOf(await apply(probe.workspace, await build.plan(probe), { compute: counting }));
    const most = digests;
    for (let index = 0; index < most; index += 1) {
      const bench = build.start();
      const plan = await build.plan(bench);
      const counted = countHandles(bench.workspace);
      digests = 0;
      const sha256 = () => {
        digests += 1;
        if (digests > index) throw new Error('no digest');
        return compute.sha256();
      };
      const outcome = await apply(counted.ports, plan, { compute: { ...compute, sha256 } }).catch(() => null);
      expect(outcome === null || outcome.isErr() || outcome.value.value.state === 'pending').toBe(true);
      expect(counted.open()).toBe(0);
      expect(bench.workspace.files().has('assets/.prometeu/lock')).toBe(false);
    }
  });

  it('does not take away a folder that it cannot have made', async () => {
    const bench = benchWith({ 'assets/hero/a.bin': 'aaaa', 'assets/hero/b.bin': 'bb', [REGISTRY]: '{}\n' });
    bench.workspace.folder('build');
    const plan = await build.plan(bench);
    rewire(bench.board, (operation, path) => (operation === 'make-folder' && path === 'build' ? 'denied' : undefined));
    expect(codesOf(await apply(bench.workspace, plan))).toEqual(['PLAN_IO_FAILED']);
    expect(bench.board.calls).not.toContainEqual({ operation: 'remove', path: 'build' });
  });

  it('is an error with the operation, not a throw', async () => {
    const bench = texts.start();
    const plan = await texts.plan(bench);
    rewire(bench.board, (operation) => {
      if (operation === 'write') throw new TypeError('/home/someone/secret');
      return undefined;
    });
    const outcome = await apply(bench.workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_IO_FAILED']);
    expect(outcome.isErr() && outcome.error[0].data).toMatchObject({ operation: 'write', reason: 'broken', detail: 'threw' });
  });
});
