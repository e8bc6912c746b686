import { applyPlan, build, type ComputePort, type DigestHelper, planRegister, portableCompute, verifyWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { digestBytes } from '../../src/ports/digest-bytes.js';
import { READERS, WRITERS } from '../trust/operations.js';

/** Its methods stand on its prototype, where a copy made by spreading leaves them, and need `this`. */
class OwnCompute implements ComputePort {
  readonly #compute = portableCompute;
  sha256(): ReturnType<ComputePort['sha256']> {
    return this.#compute.sha256();
  }
  digest(bytes: Uint8Array): string {
    return digestBytes(bytes, this.#compute);
  }
  crc32(bytes: Uint8Array, previous = 0): number {
    return this.#compute.crc32(bytes, previous);
  }
  inflate(maxOutput: number): ReturnType<ComputePort['inflate']> {
    return this.#compute.inflate(maxOutput);
  }
}

const SIZE = 900_000;

/** A workspace whose sources fill many groups. */
async function manySources(): Promise<MemoryWorkspace> {
  const names = Array.from({ length: 6 }, (_, index) => `assets/a${index}/data.bin`);
  const host = createMemoryWorkspace(names.map((name, index) => [name, new Uint8Array(SIZE).fill(index)] as const));
  const planned = (await planRegister(host))._unsafeUnwrap();
  expect((await applyPlan(host, planned.value)).isOk()).toBe(true);
  return host;
}

describe('what a host computes', () => {
  it('may be an object of a class: every operation answers the same', async () => {
    for (const [operation, run] of Object.entries({ ...READERS, ...WRITERS })) {
      const own = await run({ ...createMemoryWorkspace(smallWorkspace()), compute: new OwnCompute() });
      const plain = await run({ ...createMemoryWorkspace(smallWorkspace()), compute: portableCompute });
      expect([operation, JSON.stringify(own)]).toEqual([operation, JSON.stringify(plain)]);
    }
  });

  it('may be an object of a class: what was built is sound by it', async () => {
    const host = { ...createMemoryWorkspace(smallWorkspace()), compute: new OwnCompute() };
    expect((await build(host)).isOk()).toBe(true);
    expect((await verifyWorkspace(host))._unsafeUnwrap().ok).toBe(true);
  });

  it.each([1, 2, 3, 4, 5])(
    'may throw at digest %i of those that a helper leaves to it: the build tells, and nothing stays unheard',
    async (at) => {
      const unheard: unknown[] = [];
      const listen = (reason: unknown): unknown => unheard.push(reason);
      process.on('unhandledRejection', listen);
      const asked: number[] = [];
      let isComposing = false;
      const helper: DigestHelper = {
        memory: (length) => new Uint8Array(length),
        digest: (parts) => new Promise((answer) => setTimeout(() => answer(parts.map(() => 'no digest')), 5)),
        close: () => Promise.resolve(),
      };
      const compute: ComputePort = {
        ...portableCompute,
        digest: (bytes) => {
          if (isComposing && bytes.length === SIZE) asked.push(SIZE);
          if (asked.length >= at) throw new Error('thrown by a host');
          return digestBytes(bytes, portableCompute);
        },
        digestHelper: () => {
          isComposing = true;
          return helper;
        },
      };
      const host = await manySources();
      const built = await build({ ...host, compute });
      await new Promise((resolve) => setTimeout(resolve, 20));
      process.off('unhandledRejection', listen);
      expect(built._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['INTERNAL_DEFECT']);
      expect(host.files().has('build/assets.pa')).toBe(false);
      expect(unheard).toEqual([]);
    },
  );
});
