import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/artifacts/journal/model.js';
import { commitJournal } from '../../../src/plans/apply/commit-journal.js';
import { inspectJournal } from '../../../src/plans/recover/inspect-journal.js';
import { createStagingArea } from '../../../src/plans/stage/staging-area.js';
import type { PortErrorKind } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import type { Lock } from '../../../src/ports/write-port.js';
import { type PortFaultPlan, withFaults } from '../../../src/testing/with-faults.js';
import { benchWith, codesOf, compute, path, REGISTRY, sha256, textOf, valueOf } from '../bench.js';
import { failed, stagedFor, stagingOf, TOKEN } from '../staging.js';

const JOURNAL = 'assets/.prometeu/journal.json';
const LOCK = 'assets/.prometeu/lock';

const journal: Journal = {
  plan_digest: 'a'.repeat(64),
  token: TOKEN,
  entries: [
    {
      target: path(REGISTRY),
      op: 'replace',
      class: 'registry',
      before: { kind: 'sha256', sha256: sha256('{}') },
      after: { kind: 'sha256', sha256: sha256('new'), length: 3 },
      staged: stagedFor(REGISTRY).slice('assets/.prometeu/'.length),
    },
  ],
};

interface Circumstances {
  readonly faults?: PortFaultPlan;
  readonly signal?: AbortSignal;
  /** What the lock answers. */
  readonly check?: PortErrorKind;
  /** How the journal is looked at after a failed rename. */
  readonly steady?: ReadPort;
}

async function commit({ faults = () => undefined, signal, check, steady }: Circumstances) {
  const { workspace } = benchWith({ [REGISTRY]: '{}' });
  const asked: string[] = [];
  const ports = withFaults(workspace, (operation, at, call) => {
    asked.push(`${operation} ${at}`);
    return faults(operation, at, call);
  });
  const taken = valueOf(await workspace.write.lock(path(LOCK))) as Lock;
  const lock: Lock = { ...taken, check: async () => (check === undefined ? taken.check() : failed(check, 'check', LOCK)) };
  const area = createStagingArea(ports.write);
  const committed = await commitJournal(stagingOf(ports, signal), area, { journal, lock, steady: steady ?? workspace.read });
  return { workspace, committed, asked, area };
}

const on =
  (operation: string, fault: ReturnType<PortFaultPlan>): PortFaultPlan =>
  (asked) =>
    asked === operation ? fault : undefined;

const pending = { code: 'PLAN_TRANSACTION_PENDING', data: { path: JOURNAL, targets: [REGISTRY], cause: null } };

const io = (operation: string, at: string, phase = 'commit') => ({
  code: 'PLAN_IO_FAILED',
  location: { kind: 'file', file: at },
  data: { path: at, operation, phase, reason: 'io' },
});

describe('commitJournal', () => {
  it('writes the journal beside its place, flushes it, renames it, and flushes its name', async () => {
    const { workspace, committed, asked } = await commit({});
    expect(committed.isOk()).toBe(true);
    expect(asked).toEqual([
      `create ${stagedFor(JOURNAL)}`,
      `write ${stagedFor(JOURNAL)}`,
      `sync ${stagedFor(JOURNAL)}`,
      `close ${stagedFor(JOURNAL)}`,
      `rename ${stagedFor(JOURNAL)}`,
      'sync-folder assets/.prometeu',
    ]);
    expect(valueOf(await inspectJournal(workspace.read, compute))).toMatchObject({ state: 'committed', journal });
  });

  it.each(['create', 'write', 'sync', 'close'])('commits nothing where %s fails', async (operation) => {
    const { workspace, committed } = await commit({ faults: on(operation, 'io') });
    expect(committed._unsafeUnwrapErr()).toMatchObject({ inDoubt: false, failure: [io(operation, stagedFor(JOURNAL), 'stage')] });
    expect(textOf(workspace, JOURNAL)).toBeNull();
  });

  it('commits nothing once the signal has fired', async () => {
    const { committed, asked } = await commit({ signal: AbortSignal.abort() });
    expect(committed._unsafeUnwrapErr()).toMatchObject({
      inDoubt: false,
      failure: [{ code: 'PLAN_CANCELLED', data: { phase: 'commit' } }],
    });
    expect(asked.filter((call) => call.startsWith('rename'))).toEqual([]);
  });

  it('commits nothing where the lock is lost', async () => {
    const { committed, asked } = await commit({ check: 'lost' });
    const { inDoubt, failure } = committed._unsafeUnwrapErr();
    expect(inDoubt).toBe(false);
    expect(failure).toMatchObject([
      {
        code: 'PLAN_LOCK_LOST',
        artifact: 'workspace',
        location: { kind: 'file', file: LOCK },
        data: { path: LOCK, detail: 'the host said lost' },
      },
    ]);
    expect(asked.filter((call) => call.startsWith('rename'))).toEqual([]);
  });

  it.each(['io', 'denied'] as const)('commits nothing where the lock cannot be looked at: %s', async (check) => {
    const { committed, asked } = await commit({ check });
    const { inDoubt, failure } = committed._unsafeUnwrapErr();
    expect(inDoubt).toBe(false);
    expect(failure).toMatchObject([{ code: 'PLAN_IO_FAILED', data: { path: LOCK, operation: 'check', phase: 'commit', reason: check } }]);
    expect(asked.filter((call) => call.startsWith('rename'))).toEqual([]);
  });

  it('is not in doubt where the rename failed and no journal stands there', async () => {
    const { committed, asked } = await commit({ faults: on('rename', 'io') });
    const { inDoubt, failure } = committed._unsafeUnwrapErr();
    expect(inDoubt).toBe(false);
    expect(failure).toMatchObject([io('rename', stagedFor(JOURNAL))]);
    expect(failure).toHaveLength(1);
    expect(asked.at(-1)).toBe(`rename ${stagedFor(JOURNAL)}`);
  });

  it('is in doubt where the rename says it failed and the journal stands there', async () => {
    const { committed, area, workspace } = await commit({ faults: on('rename', 'lost-answer') });
    const { inDoubt, failure } = committed._unsafeUnwrapErr();
    expect(inDoubt).toBe(true);
    expect(failure).toMatchObject([io('rename', stagedFor(JOURNAL)), pending]);
    expect(await area.discard()).toEqual([]);
    expect(textOf(workspace, JOURNAL)).not.toBeNull();
  });

  it('is in doubt where that cannot be looked at', async () => {
    const blind: ReadPort = { ...benchWith({}).workspace.read, readFiles: async () => err(failed('broken', 'read', '').error) };
    const mute: ReadPort = { ...blind, readFiles: async () => ok(undefined) };
    const denied: ReadPort = {
      ...blind,
      readFiles: async (_, visit) => {
        visit(0, failed('denied', 'read', JOURNAL));
        return ok(undefined);
      },
    };
    for (const steady of [blind, mute, denied]) {
      const { committed } = await commit({ faults: on('rename', 'io'), steady });
      const { inDoubt, failure } = committed._unsafeUnwrapErr();
      expect(inDoubt).toBe(true);
      expect(codesOf(err(failure))).toEqual(['PLAN_IO_FAILED', 'PLAN_TRANSACTION_PENDING']);
    }
  });

  it('is in doubt where the name may not be on stable storage', async () => {
    const { committed } = await commit({ faults: on('sync-folder', 'io') });
    const { inDoubt, failure } = committed._unsafeUnwrapErr();
    expect(inDoubt).toBe(true);
    expect(failure).toMatchObject([io('sync-folder', 'assets/.prometeu'), pending]);
  });
});
