import { WORKSPACE_ROOT, type FaultPlan, type LockWitness, type PortOperation, type ReadPort } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { at } from '../ports/at.js';
import { succeed } from '../ports/succeed.js';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function listRoot(read: ReadPort): Promise<readonly string[]> {
  let names: readonly string[] = [];
  succeed(
    await read.listFolders([WORKSPACE_ROOT], (_, answer) => {
      names = answer._unsafeUnwrap().map(({ name }) => name);
    }),
  );
  return names;
}

describe('createMemoryWorkspace', () => {
  it('takes files as an object or as pairs, text or bytes', () => {
    const bytes = Uint8Array.of(1, 2);
    const object = createMemoryWorkspace({ 'b/c': 'é', a: bytes });
    const pairs = createMemoryWorkspace(
      new Map<string, string | Uint8Array>([
        ['b/c', 'é'],
        ['a', bytes],
      ]),
    );
    bytes.fill(9);
    for (const { files } of [object, pairs]) {
      expect([...files()]).toEqual([
        ['a', Uint8Array.of(1, 2)],
        ['b/c', Uint8Array.of(0xc3, 0xa9)],
      ]);
    }
  });

  it('gives copies of its files, in code-unit order', () => {
    const { files } = createMemoryWorkspace({ b: 'b', 'a/z': 'z', B: 'B', 'a-b': 'x', é: 'e' });
    expect([...files().keys()]).toEqual(['B', 'a-b', 'a/z', 'b', 'é']);
    files().get('b')?.fill(0);
    expect(text(files().get('b'))).toBe('b');
  });

  it('is edited from outside, past all faults', async () => {
    const workspace = createMemoryWorkspace({ file: 'x', 'deep/file': 'x' }, { faults: () => 'io' });
    workspace.set('file/below', 'replaced');
    workspace.folder('empty/folder');
    workspace.symlink('link');
    workspace.special('pipe');
    workspace.delete('deep');
    workspace.delete('missing/file');
    workspace.set('', 'nothing');
    expect([...workspace.files().keys()]).toEqual(['file/below']);
    const { read } = createMemoryWorkspace(workspace.files());
    expect(await listRoot(read)).toEqual(['file']);
  });

  it('overwrites bytes once the visitor has returned', async () => {
    const { read, files } = createMemoryWorkspace({ file: 'abc' });
    let kept: Uint8Array | undefined;
    succeed(
      await read.readFiles([{ path: at('file'), maxBytes: 9 }], (_, answer) => {
        kept = answer._unsafeUnwrap().bytes;
      }),
    );
    expect(kept).toEqual(Uint8Array.of(0xdd, 0xdd, 0xdd));
    expect(text(files().get('file'))).toBe('abc');
  });

  it('lists and answers in the order of names and requests, or in another each time', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `file-${10 + index}`);
    const entries = names.map((name) => [name, ''] as const).reverse();
    const sorted = createMemoryWorkspace(entries);
    expect(await listRoot(sorted.read)).toEqual(names);
    const ordersOf = async (seed: number) => {
      const { read } = createMemoryWorkspace(entries, { order: 'shuffled', seed });
      const visited: number[] = [];
      succeed(await read.statPaths(names.map(at), (index) => visited.push(index)));
      return [await listRoot(read), await listRoot(read), visited.map((index) => names[index])];
    };
    const [first, second, visited] = await ordersOf(1);
    expect(first).not.toEqual(names);
    expect(first).not.toEqual(second);
    expect(visited).not.toEqual(names);
    for (const order of [first, second, visited]) expect([...(order ?? [])].sort()).toEqual(names);
    expect(await ordersOf(1)).toEqual([first, second, visited]);
    expect(await ordersOf(2)).not.toEqual([first, second, visited]);
  });

  it('tells the time of its clock', async () => {
    let now = 1000;
    const workspace = createMemoryWorkspace({ file: 'x' }, { clock: () => now });
    const modified = async () => {
      let found = 0;
      succeed(
        await workspace.read.statPaths([at('file')], (_, answer) => {
          found = answer._unsafeUnwrap().modifiedMs;
        }),
      );
      return found;
    };
    expect(await modified()).toBe(1000);
    now = 500;
    workspace.set('file', 'y');
    expect(await modified()).toBe(500);
  });

  it.each([
    ['Foo', 'foo'],
    ['ß', 'SS'],
    ['é'.normalize('NFC'), 'é'.normalize('NFD')],
    ['ﬁ', 'FI'],
  ])('takes %s and %s for one name where it does not tell case (P13, P14)', async (name, other) => {
    const { read, write, files } = createMemoryWorkspace({ [name]: 'x' }, { caseSensitive: false });
    expect(read.caseSensitive).toBe(false);
    expect((await write.createFile(at(other)))._unsafeUnwrapErr().kind).toBe('exists');
    expect([...files().keys()]).toEqual([name]);
    (await write.rename(at(name), at(other)))._unsafeUnwrap();
    expect([...files().keys()]).toEqual([other]);
  });

  it('asks the fault plan about every operation, in order, and lets it fail', async () => {
    const asked: (readonly [PortOperation, string, number])[] = [];
    const faults: FaultPlan = (operation, path, index) => {
      asked.push([operation, path, index]);
      return path === 'bad' ? 'denied' : undefined;
    };
    const { read, write } = createMemoryWorkspace({ good: '', bad: '' }, { faults });
    const kinds: string[] = [];
    succeed(await read.statPaths([at('good'), at('bad')], (_, answer) => kinds.push(answer.isOk() ? 'ok' : answer.error.kind)));
    expect(kinds).toEqual(['ok', 'denied']);
    const file = (await write.createFile(at('new')))._unsafeUnwrap();
    succeed(await file.write(Uint8Array.of(1), 0));
    succeed(await file.sync());
    succeed(await file.close());
    expect((await write.remove(at('bad')))._unsafeUnwrapErr()).toEqual({
      kind: 'denied',
      operation: 'remove',
      path: 'bad',
      detail: 'injected',
    });
    expect(asked).toEqual([
      ['stat', 'good', 0],
      ['stat', 'bad', 1],
      ['create', 'new', 2],
      ['write', 'new', 3],
      ['sync', 'new', 4],
      ['close', 'new', 5],
      ['remove', 'bad', 6],
    ]);
  });

  it('writes half where the plan says short-write, but never nothing (X4)', async () => {
    const { write, files } = createMemoryWorkspace({}, { faults: () => 'short-write' });
    const file = (await write.createFile(at('file')))._unsafeUnwrap();
    expect((await file.write(new TextEncoder().encode('12345'), 0))._unsafeUnwrap()).toBe(3);
    expect((await file.write(new TextEncoder().encode('4'), 3))._unsafeUnwrap()).toBe(1);
    expect(text(files().get('file'))).toBe('1234');
  });

  it('throws where the plan does (X20)', async () => {
    const { read, write } = createMemoryWorkspace({}, { faults: () => JSON.parse('{') as undefined });
    await expect(write.remove(at('a'))).rejects.toThrow();
    await expect(read.statPaths([at('a')], () => undefined)).rejects.toThrow();
  });

  it('never syncs a file again once that failed (X7)', async () => {
    let failures = 1;
    const faults: FaultPlan = (operation) => (operation === 'sync' && failures-- > 0 ? 'io' : undefined);
    const { write } = createMemoryWorkspace({}, { faults });
    const file = (await write.createFile(at('file')))._unsafeUnwrap();
    expect((await file.sync())._unsafeUnwrapErr().kind).toBe('io');
    expect((await file.sync())._unsafeUnwrapErr().kind).toBe('io');
  });

  it('answers no-space for a position that no memory reaches', async () => {
    const { write } = createMemoryWorkspace();
    const file = (await write.createFile(at('file')))._unsafeUnwrap();
    expect((await file.write(Uint8Array.of(1), Number.MAX_SAFE_INTEGER - 1))._unsafeUnwrapErr().kind).toBe('no-space');
  });

  it('lets another process write, which is told who holds the lock (X13)', async () => {
    const witness = (pid: number): LockWitness => ({
      self: { host: 'here', bootId: 'now', pid, processStart: '1' },
      processStart: (other) => (other === 2 ? null : '1'),
    });
    const workspace = createMemoryWorkspace({}, { witness: witness(1) });
    const second = workspace.writeAs(witness(2));
    const held = (await second.lock(at('lock')))._unsafeUnwrap();
    expect('held' in held).toBe(false);
    expect('held' in (await workspace.writeAs(witness(3)).lock(at('other')))._unsafeUnwrap()).toBe(false);
    const taken = (await workspace.write.lock(at('lock')))._unsafeUnwrap(); // process 2 is gone
    expect('held' in taken).toBe(false);
    expect(!('held' in held) && (await held.check())._unsafeUnwrapErr().kind).toBe('lost');
    expect((await second.lock(at('lock')))._unsafeUnwrap()).toMatchObject({ held: true, owner: { pid: 1 } });
  });

  it('promises what it is told to', () => {
    expect(createMemoryWorkspace().write.capabilities).toEqual({ atomicReplace: true, durable: false });
    const { write } = createMemoryWorkspace({}, { capabilities: { atomicReplace: false } });
    expect(write.capabilities).toEqual({ atomicReplace: false, durable: false });
  });

  it('makes the same tokens and uuids in every run, never one twice', () => {
    const runs = [createMemoryWorkspace(), createMemoryWorkspace()].map(({ newToken, identity }) => [
      newToken(),
      newToken(),
      identity.newUuid(),
      identity.newUuid(),
    ]);
    expect(runs[0]).toEqual(runs[1]);
    expect(new Set(runs[0]).size).toBe(4);
    expect(runs[0]?.slice(2)).toEqual(['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']);
  });
});
