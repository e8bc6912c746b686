import type { Fault, PortErrorKind } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { portContractCases } from '../../src/testing/port-contract-cases.js';
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

  it('throws where the plan does', async () => {
    const { write } = withFaults(createMemoryWorkspace(), () => JSON.parse('{') as undefined);
    await expect(write.remove(at('a'))).rejects.toThrow();
  });

  it('hands on what else a host holds', () => {
    const workspace = createMemoryWorkspace();
    expect(withFaults(workspace, () => undefined).newToken).toBe(workspace.newToken);
  });
});
