import type { Fault, PortErrorKind, ReadPort } from 'prometeu-packer';
import { countHandles, type PortFault } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { portContractCases } from '../../src/testing/port-contract-cases.js';
import { guardReadPort } from '../../src/ports/guard-read-port.js';
import { guardWritePort } from '../../src/ports/guard-write-port.js';
import { withFaults } from '../../src/testing/with-faults.js';
import { openMemoryHarness } from '../memory/memory-harness.js';
import { at } from '../ports/at.js';
import { succeed } from '../ports/succeed.js';

describe('withFaults', () => {
  for (const { name, run } of portContractCases) {
    it(`keeps the port contract where nothing fails: ${name}`, async () => {
      expect(await run(async () => withFaults(await openMemoryHarness(), () => undefined))).toEqual({ verdict: 'passed' });
    });
  }

  it('answers faults under the index of the item, and the others as ever', async () => {
    const workspace = createMemoryWorkspace({ a: 'A', b: 'B', c: 'C' });
    const { read } = withFaults(workspace, (_, path) => (path === 'b' ? 'changed' : undefined));
    const found = new Map<number, string>();
    succeed(
      await read.readFiles(
        ['a', 'b', 'c'].map((path) => ({ path: at(path), maxBytes: 9 })),
        (index, answer) =>
          found.set(
            index,
            answer.match(
              ({ bytes }) => new TextDecoder().decode(bytes),
              ({ kind }) => kind,
            ),
          ),
      ),
    );
    expect(found).toEqual(
      new Map([
        [0, 'A'],
        [1, 'changed'],
        [2, 'C'],
      ]),
    );
  });

  it('fails any operation, and does nothing then', async () => {
    const workspace = createMemoryWorkspace({ a: 'A', b: 'B' });
    const all = withFaults(workspace, () => 'no-space');
    const answers = [
      await all.read.openFile(at('a')),
      await all.write.makeFolder(at('f')),
      await all.write.createFile(at('n')),
      await all.write.rename(at('a'), at('b')),
      await all.write.remove(at('a')),
      await all.write.syncFolder(at('f')),
      await all.write.lock(at('l')),
    ];
    expect(answers.map((answer) => (answer.isErr() ? answer.error.kind : 'ok'))).toEqual(Array<PortErrorKind>(7).fill('no-space'));
    expect([...workspace.files().keys()]).toEqual(['a', 'b']);
  });

  it('fails what is done with handles and locks, and makes writes short', async () => {
    const workspace = createMemoryWorkspace({ a: 'A' });
    let fault: Fault | undefined;
    const { read, write } = withFaults(workspace, () => fault);
    const reader = (await read.openFile(at('a')))._unsafeUnwrap();
    const writer = (await write.createFile(at('n')))._unsafeUnwrap();
    const lock = (await write.lock(at('l')))._unsafeUnwrap();
    fault = 'short-write';
    expect((await writer.write(Uint8Array.of(1, 2, 3), 0))._unsafeUnwrap()).toBe(2);
    fault = 'io';
    const answers = [
      await reader.read(new Uint8Array(1), 0),
      await writer.write(Uint8Array.of(1), 0),
      await writer.sync(),
      await writer.close(),
      await reader.close(),
    ];
    expect(answers.every((answer) => answer.isErr() && answer.error.kind === 'io')).toBe(true);
    expect('held' in lock ? [] : [(await lock.check()).isErr(), (await lock.release()).isErr()]).toEqual([true, true]);
  });

  it('counts how often the plan was asked', async () => {
    const workspace = createMemoryWorkspace({ a: 'A' });
    const indexes: number[] = [];
    const { read, write } = withFaults(workspace, (_, __, index) => void indexes.push(index));
    succeed(await read.statPaths([at('a'), at('b')], () => undefined));
    succeed(await write.remove(at('a')));
    expect(indexes).toEqual([0, 1, 2]);
  });

  it('never answers: a call, or a batch of which one item is not answered', async () => {
    const workspace = createMemoryWorkspace({ a: 'A', b: 'B' });
    const { read, write } = withFaults(workspace, (_, path) => (path === 'b' ? 'never' : undefined));
    const settled: string[] = [];
    const seen: number[] = [];
    void write.remove(at('b')).then(() => settled.push('remove'));
    void read.statPaths([at('a'), at('b')], (index) => seen.push(index)).then(() => settled.push('stat'));
    succeed(await write.remove(at('a')));
    expect(settled).toEqual([]);
    expect(seen).toEqual([0]);
    expect(workspace.files().has('b')).toBe(true);
  });

  it('loses an answer: what was asked is done, what was opened is closed, and the answer is an error', async () => {
    const workspace = createMemoryWorkspace({ a: 'A', b: 'B' });
    const { ports, open } = countHandles(workspace);
    const { read, write } = withFaults(ports, () => 'lost-answer');
    const answers = [
      await write.remove(at('a')),
      await write.createFile(at('n')),
      await read.openFile(at('b')),
      await write.makeFolder(at('f')),
    ];
    expect(answers.map((answer) => answer.isErr() && answer.error.kind)).toEqual(['io', 'io', 'io', 'io']);
    expect([...workspace.files().keys()]).toEqual(['b', 'n']);
    expect(open()).toBe(0);
    const kinds: unknown[] = [];
    succeed(await read.statPaths([at('b')], (_, answer) => kinds.push(answer.isErr() && answer.error.kind)));
    expect(kinds).toEqual(['io']);
  });

  it('lies: what answers nothing is not done and answers as if, anything else is done', async () => {
    const workspace = createMemoryWorkspace({ a: 'A' });
    const { read, write } = withFaults(workspace, () => 'lie');
    succeed(await write.remove(at('a')));
    succeed(await write.rename(at('a'), at('b')));
    succeed(await write.makeFolder(at('f')));
    succeed(await write.syncFolder(at('nowhere')));
    const handle = (await write.createFile(at('n')))._unsafeUnwrap();
    expect((await handle.write(Uint8Array.of(1), 0))._unsafeUnwrap()).toBe(1);
    succeed(await handle.close());
    expect([...workspace.files().keys()]).toEqual(['a', 'n']);
    const seen: unknown[] = [];
    succeed(await read.statPaths([at('a'), at('f')], (_, answer) => seen.push(answer.isOk())));
    expect(seen).toEqual([true, false]);
  });

  it('answers what is no answer, and twice; a guarded port makes errors of both', async () => {
    const workspace = createMemoryWorkspace({ a: 'A' });
    let fault: PortFault = 'nonsense';
    const { read, write } = withFaults(workspace, () => fault);
    const look = async (port: ReadPort) => {
      const seen: unknown[] = [];
      const done = await port.statPaths([at('a')], (_, answer) => seen.push(answer.isErr() ? answer.error.kind : 'ok'));
      return [done.isErr() ? done.error.kind : 'ok', ...seen];
    };
    expect((await guardWritePort(write).remove(at('a'))).isErr()).toBe(true);
    expect(workspace.files().has('a')).toBe(true);
    expect(await look(guardReadPort(read))).toEqual(['ok', 'broken']);
    fault = 'twice';
    expect(await look(read)).toEqual(['ok', 'ok', 'ok']);
    expect(await look(guardReadPort(read))).toEqual(['broken', 'ok']);
  });

  it('throws where the plan does', async () => {
    const { write } = withFaults(createMemoryWorkspace(), () => JSON.parse('{') as undefined);
    await expect(write.remove(at('a'))).rejects.toThrow();
  });

  it('hands on what else a host holds', () => {
    const workspace = createMemoryWorkspace();
    expect(withFaults(workspace, () => undefined).newToken).toBe(workspace.newToken);
  });
});
