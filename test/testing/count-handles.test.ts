import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { countHandles, portContractCases, withFaults } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { openMemoryHarness } from '../memory/memory-harness.js';
import { at } from '../ports/at.js';
import { succeed } from '../ports/succeed.js';

describe('countHandles', () => {
  for (const { name, run } of portContractCases) {
    it(`keeps the port contract: ${name}`, async () => {
      expect(await run(async () => countHandles(await openMemoryHarness()).ports)).toEqual({ verdict: 'passed' });
    });
  }

  it('counts what is out: handles and locks, each until it is given back', async () => {
    const { ports, open } = countHandles(createMemoryWorkspace({ a: 'A' }));
    const reader = (await ports.read.openFile(at('a')))._unsafeUnwrap();
    const writer = (await ports.write.createFile(at('b')))._unsafeUnwrap();
    const lock = (await ports.write.lock(at('lock')))._unsafeUnwrap();
    expect(open()).toBe(3);
    expect('held' in (await ports.write.lock(at('lock')))._unsafeUnwrap()).toBe(true);
    expect(open()).toBe(3);
    succeed(await reader.close());
    succeed(await reader.close());
    expect(open()).toBe(2);
    succeed(await writer.close());
    if (!('held' in lock)) succeed(await lock.release());
    expect(open()).toBe(0);
  });

  it('counts a handle as given back also where closing it fails', async () => {
    const faulty = withFaults(createMemoryWorkspace(), (operation) => (operation === 'close' ? 'io' : undefined));
    const { ports, open } = countHandles(faulty);
    const writer = (await ports.write.createFile(at('b')))._unsafeUnwrap();
    expect((await writer.close()).isErr()).toBe(true);
    expect(open()).toBe(0);
  });
});
