import { ok, type Result } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { guardReadPort } from '../../src/ports/guard-read-port.js';
import { guardWritePort } from '../../src/ports/guard-write-port.js';
import type { PortError } from '../../src/ports/port-error.js';
import { portFailure } from '../../src/ports/port-failure.js';
import type { BatchVisitor, FileContent, ReadHandle, ReadPort } from '../../src/ports/read-port.js';
import type { LockOwner, WriteHandle, WritePort } from '../../src/ports/write-port.js';
import { portContractCases } from '../../src/testing/port-contract-cases.js';
import { openMemoryHarness } from '../memory/memory-harness.js';
import { at } from './at.js';
import { succeed } from './succeed.js';

const FILES = { a: 'A', b: 'B' };
const PATHS = [at('a'), at('b')];
const never = () => new Promise<never>(() => undefined);
const stat = { kind: 'file', size: 1, modifiedMs: 0 } as const;
const owner: LockOwner = { token: '0123456789abcdef', host: 'h', bootId: 'b', pid: 1, processStart: '1' };

/** What a foreign port may do instead of what it should. */
const misdeeds: readonly (readonly [string, () => unknown])[] = [
  ['throws an error', () => JSON.parse('{') as unknown],
  ['rejects with no error', () => Promise.reject(JSON.parse('42') as Error)],
  ['rejects with nothing', () => Promise.reject(JSON.parse('null') as Error)],
  ['answers nothing', () => undefined],
  ['answers no result', () => ({ value: 1 })],
  ['answers what throws when it is looked at', () => new Proxy({}, { get: () => JSON.parse('{') as unknown })],
  ['fails with no port error', () => Promise.resolve({ isOk: () => false, isErr: () => true, error: new Error('/home/x') })],
  ['fails with an unknown kind', () => portFailure('lost-in-space' as 'lost', 'read', 'a')],
];

/** As a foreign port may be: anything may come out of it. */
const foreignRead = (methods: Readonly<Record<string, unknown>>): ReadPort => ({ ...createMemoryWorkspace(FILES).read, ...methods });
const foreignWrite = (methods: Readonly<Record<string, unknown>>): WritePort => ({ ...createMemoryWorkspace(FILES).write, ...methods });

const kindOf = (answer: Result<unknown, PortError>): string => (answer.isOk() ? 'ok' : answer.error.kind);

async function readThrough(port: ReadPort, options: { readonly signal?: AbortSignal } = {}): Promise<readonly string[]> {
  const kinds: string[] = [];
  const done = await port.readFiles(
    PATHS.map((path) => ({ path, maxBytes: 10 })),
    (index, answer) => kinds.push(`${index}:${kindOf(answer)}`),
    options,
  );
  return [...kinds, kindOf(done)];
}

describe('guarded ports', () => {
  for (const { name, run } of portContractCases) {
    it(`keep the port contract: ${name}`, async () => {
      const verdict = await run(async () => {
        const harness = await openMemoryHarness();
        return { ...harness, read: guardReadPort(harness.read), write: guardWritePort(harness.write) };
      });
      expect(verdict).toEqual({ verdict: 'passed' });
    });
  }

  it.each(misdeeds)('answer broken where a port %s (X20)', async (_, misdeed) => {
    const read = guardReadPort(foreignRead({ readFiles: misdeed, statPaths: misdeed, listFolders: misdeed, openFile: misdeed }));
    const write = guardWritePort(
      foreignWrite({
        makeFolder: misdeed,
        createFile: misdeed,
        rename: misdeed,
        remove: misdeed,
        syncFolder: misdeed,
        lock: misdeed,
        breakLock: misdeed,
      }),
    );
    const answers = [
      await read.readFiles([], () => undefined),
      await read.statPaths([], () => undefined),
      await read.listFolders([], () => undefined),
      await read.openFile(at('a')),
      await write.makeFolder(at('a')),
      await write.createFile(at('a')),
      await write.rename(at('a'), at('b')),
      await write.remove(at('a')),
      await write.syncFolder(at('a')),
      await write.lock(at('a')),
      await write.breakLock(at('a'), 'feedfacefeedface'),
    ];
    expect(answers.map((answer) => answer._unsafeUnwrapErr())).toEqual(
      [
        ['read', ''],
        ['stat', ''],
        ['list', ''],
        ['open', 'a'],
        ['make-folder', 'a'],
        ['create', 'a'],
        ['rename', 'a'],
        ['remove', 'a'],
        ['sync-folder', 'a'],
        ['lock', 'a'],
        ['unlock', 'a'],
      ].map(([operation, path]) => ({ kind: 'broken', operation, path, detail: expect.any(String) as string })),
    );
    expect(JSON.stringify(answers)).not.toContain('/home');
  });

  it.each(misdeeds)('answer broken where a handle or lock %s (X20)', async (_, misdeed) => {
    const reading = { stat, read: misdeed, close: misdeed };
    const writing = { write: misdeed, sync: misdeed, close: misdeed };
    const lock = { owner, check: misdeed, release: misdeed };
    const read = guardReadPort(foreignRead({ openFile: async () => ok(reading) }));
    const write = guardWritePort(foreignWrite({ createFile: async () => ok(writing), lock: async () => ok(lock) }));
    const reader = (await read.openFile(at('a')))._unsafeUnwrap();
    const writer = (await write.createFile(at('a')))._unsafeUnwrap();
    const locked = (await write.lock(at('a')))._unsafeUnwrap();
    const answers = [
      await reader.read(new Uint8Array(1), 0),
      await reader.close(),
      await writer.write(new Uint8Array(1), 0),
      await writer.sync(),
      await writer.close(),
      ...('held' in locked ? [] : [await locked.check(), await locked.release()]),
    ];
    expect(answers.map(kindOf)).toEqual(Array<string>(7).fill('broken'));
  });

  it('answer broken for a value of the wrong type', async () => {
    const wrong: readonly unknown[] = [
      null,
      1,
      {},
      { stat },
      { owner },
      { held: true, owner: 1 },
      { bytes: [1], stat },
      { ...stat, size: -1 },
    ];
    for (const value of wrong) {
      const read = guardReadPort(foreignRead({ openFile: async () => ok(value) }));
      const write = guardWritePort(foreignWrite({ createFile: async () => ok(value), lock: async () => ok(value) }));
      const answers = [await read.openFile(at('a')), await write.createFile(at('a')), await write.lock(at('a'))];
      expect(answers.map(kindOf)).toEqual(['broken', 'broken', 'broken']);
      const visiting = async (_: unknown, visit: BatchVisitor<unknown>) => (visit(0, ok(value)), visit(1, ok(value)), ok());
      const port = guardReadPort(foreignRead({ readFiles: visiting, listFolders: visiting }));
      expect(await readThrough(port)).toEqual(['0:broken', '1:broken', 'ok']);
      const kinds: string[] = [];
      succeed(await port.listFolders(PATHS, (_index, answer) => kinds.push(kindOf(answer))));
      expect(kinds).toEqual(['broken', 'broken']);
    }
  });

  it.each([-1, 0.5, 2, Number.NaN, '1', null])('answer broken for %s as a number of bytes out of one', async (count) => {
    const handle = { stat, read: async () => ok(count), write: async () => ok(count), sync: never, close: async () => ok() };
    const reader: ReadHandle = (await guardReadPort(foreignRead({ openFile: async () => ok(handle) })).openFile(at('a')))._unsafeUnwrap();
    const writer: WriteHandle = (
      await guardWritePort(foreignWrite({ createFile: async () => ok(handle) })).createFile(at('a'))
    )._unsafeUnwrap();
    expect(kindOf(await reader.read(new Uint8Array(1), 0))).toBe('broken');
    expect(kindOf(await writer.write(new Uint8Array(1), 0))).toBe('broken');
  });

  it('take 0 bytes read for the end, and 0 bytes written for no progress', async () => {
    const handle = { stat, read: async () => ok(0), write: async () => ok(0), sync: never, close: async () => ok() };
    const reader = (await guardReadPort(foreignRead({ openFile: async () => ok(handle) })).openFile(at('a')))._unsafeUnwrap();
    const writer = (await guardWritePort(foreignWrite({ createFile: async () => ok(handle) })).createFile(at('a')))._unsafeUnwrap();
    expect((await reader.read(new Uint8Array(1), 0))._unsafeUnwrap()).toBe(0);
    expect(kindOf(await writer.write(new Uint8Array(1), 0))).toBe('broken');
    expect((await writer.write(new Uint8Array(), 0))._unsafeUnwrap()).toBe(0);
  });

  it('answer items once where a port answers them twice, leaves them out or makes them up (X20)', async () => {
    const content = ok({ bytes: new Uint8Array(1), stat });
    const visits = (...indexes: readonly number[]) => {
      const readFiles = async (_: unknown, visit: BatchVisitor<FileContent>) => {
        for (const index of indexes) visit(index, content);
        return ok();
      };
      return readThrough(guardReadPort(foreignRead({ readFiles })));
    };
    expect(await visits(0, 1)).toEqual(['0:ok', '1:ok', 'ok']);
    expect(await visits(1)).toEqual(['1:ok', '0:broken', 'ok']);
    expect(await visits()).toEqual(['0:broken', '1:broken', 'ok']);
    expect(await visits(0, 0, 1)).toEqual(['0:ok', '1:ok', 'broken']);
    expect(await visits(0, 1, 2)).toEqual(['0:ok', '1:ok', 'broken']);
    expect(await visits(0, 1, -1)).toEqual(['0:ok', '1:ok', 'broken']);
  });

  it('hand nothing on that comes after the batch has settled', async () => {
    let late: BatchVisitor<FileContent> | undefined;
    const readFiles = async (_: unknown, visit: BatchVisitor<FileContent>) => {
      late = visit;
      return ok();
    };
    const seen: number[] = [];
    succeed(await guardReadPort(foreignRead({ readFiles })).readFiles([{ path: at('a'), maxBytes: 1 }], (index) => seen.push(index)));
    late?.(0, ok({ bytes: new Uint8Array(1), stat }));
    expect(seen).toEqual([0]);
  });

  it('settle what never answers once a signal fires, theirs or the call’s (X20)', async () => {
    const own = new AbortController();
    const call = new AbortController();
    const methods = { readFiles: never, statPaths: never, openFile: never };
    const read = guardReadPort(foreignRead(methods), { signal: own.signal });
    const write = guardWritePort(foreignWrite({ rename: never, lock: never }), { signal: own.signal });
    const first = readThrough(read, { signal: call.signal });
    const rest = [read.statPaths(PATHS, () => undefined), read.openFile(at('a')), write.rename(at('a'), at('b')), write.lock(at('c'))];
    call.abort();
    expect(await first).toEqual(['aborted']);
    own.abort();
    expect((await Promise.all<Result<unknown, PortError>>(rest)).map(kindOf)).toEqual(['aborted', 'aborted', 'aborted', 'aborted']);
    expect(kindOf(await write.remove(at('a')))).toBe('aborted');
    expect(createMemoryWorkspace(FILES).files().has('a')).toBe(true);
  });

  it('close and release again what comes after an abort', async () => {
    const given: string[] = [];
    const later = <T>(value: T) =>
      Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => ok(value));
    const close = async () => (given.push('closed'), ok());
    const release = async () => (given.push('released'), ok());
    const controller = new AbortController();
    const read = guardReadPort(foreignRead({ openFile: () => later({ stat, read: never, close }) }), { signal: controller.signal });
    const write = guardWritePort(
      foreignWrite({ createFile: () => later({ write: never, sync: never, close }), lock: () => later({ owner, check: never, release }) }),
      { signal: controller.signal },
    );
    const answers = [read.openFile(at('a')), write.createFile(at('b')), write.lock(at('c'))];
    controller.abort();
    expect((await Promise.all<Result<unknown, PortError>>(answers)).map(kindOf)).toEqual(['aborted', 'aborted', 'aborted']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(given.sort()).toEqual(['closed', 'closed', 'released']);
  });

  it('can be closed and released after an abort', async () => {
    const controller = new AbortController();
    const workspace = createMemoryWorkspace(FILES);
    const reader = (await guardReadPort(workspace.read, { signal: controller.signal }).openFile(at('a')))._unsafeUnwrap();
    const write = guardWritePort(workspace.write, { signal: controller.signal });
    const writer = (await write.createFile(at('c')))._unsafeUnwrap();
    const lock = (await write.lock(at('lock')))._unsafeUnwrap();
    controller.abort();
    expect(kindOf(await reader.read(new Uint8Array(1), 0))).toBe('aborted');
    expect(kindOf(await reader.close())).toBe('ok');
    expect(kindOf(await writer.close())).toBe('ok');
    expect('held' in lock ? 'held' : kindOf(await lock.release())).toBe('ok');
  });

  it('leave no listener behind (X22)', async () => {
    const counts: number[] = [];
    let count = 0;
    const signal = {
      aborted: false,
      addEventListener: () => counts.push((count += 1)),
      removeEventListener: () => counts.push((count -= 1)),
    } as unknown as AbortSignal; // as much of a signal as the guard asks for
    await readThrough(guardReadPort(createMemoryWorkspace(FILES).read, { signal }));
    expect(counts.length).toBeGreaterThan(0);
    expect(count).toBe(0);
  });

  it('promise only what a port promises in so many words', () => {
    const claims = { atomicReplace: 'yes', durable: 1 };
    expect(guardWritePort(foreignWrite({ capabilities: claims })).capabilities).toEqual({ atomicReplace: false, durable: false });
    expect(guardWritePort(foreignWrite({ capabilities: undefined })).capabilities).toEqual({ atomicReplace: false, durable: false });
    expect(guardReadPort(foreignRead({ caseSensitive: 'no' })).caseSensitive).toBe(false);
  });
});
