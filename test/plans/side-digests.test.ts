import { describe, expect, it } from 'vitest';
import type { DigestHelper } from '../../src/ports/compute-port.js';
import { createSideDigests } from '../../src/plans/compose/side-digests.js';
import { compute, sha256 } from './bench.js';

type Answer = ReturnType<DigestHelper['digest']>;

/** A host with a helper that answers so. */
function hostWith(answer: (parts: readonly Uint8Array[], call: number) => unknown, others: Partial<DigestHelper> = {}) {
  const told = { calls: 0, closed: 0 };
  const helper: DigestHelper = {
    memory: (length) => new Uint8Array(length),
    digest: (parts) => {
      told.calls += 1;
      return answer(parts, told.calls) as Answer;
    },
    close: () => {
      told.closed += 1;
      return Promise.resolve();
    },
    ...others,
  };
  return { told, port: { ...compute, digestHelper: () => helper } };
}

const right = (parts: readonly Uint8Array[]): Promise<readonly string[]> => Promise.resolve(parts.map(sha256));

/** Digests three times, as composing does. */
async function digestThrice(port: typeof compute, signal?: AbortSignal) {
  const side = createSideDigests(port, 1, signal);
  const memory = side.memory(64);
  const found: (readonly string[])[] = [];
  const expected: (readonly string[])[] = [];
  for (const seed of [1, 2, 3]) {
    memory.fill(seed);
    const parts = [memory.subarray(0, 5), memory.subarray(5, 5), memory.subarray(5, 64)];
    expected.push(parts.map(sha256));
    found.push(await side.digest(parts));
  }
  await side.close();
  return { found, expected };
}

describe('createSideDigests', () => {
  it('takes the answers of the helper, and closes it', async () => {
    const { told, port } = hostWith(right);
    const { found, expected } = await digestThrice(port);
    expect(found).toEqual(expected);
    expect(told).toEqual({ calls: 3, closed: 1 });
  });

  it('digests itself what the helper answers first, and no more', async () => {
    let count = 0;
    const digest = (part: Uint8Array): string => {
      count += 1;
      return sha256(part);
    };
    const { found, expected } = await digestThrice({ ...hostWith(right).port, digest });
    expect(found).toEqual(expected);
    expect(count).toBe(3);
  });

  it('digests on the spot where there is no helper', () => {
    const side = createSideDigests({ ...compute, digestHelper: () => null }, 1);
    expect(side.digest([new Uint8Array(3)])).toEqual([sha256(new Uint8Array(3))]);
    const without = createSideDigests(compute, 1);
    expect(without.digest([new Uint8Array(3)])).toEqual([sha256(new Uint8Array(3))]);
  });

  it.each<[string, number, (parts: readonly Uint8Array[], call: number) => unknown]>([
    ['digests of something else', 1, (parts) => Promise.resolve(parts.map(() => sha256('other')))],
    ['the right ones in another order', 1, async (parts) => [...(await right(parts))].reverse()],
    ['too few', 1, async (parts) => (await right(parts)).slice(1)],
    ['no digests', 1, (parts) => Promise.resolve(parts.map(() => 'x'))],
    ['no list', 1, () => Promise.resolve('x')],
    ['that it ceased', 1, () => Promise.resolve(null)],
    ['nonsense, later on', 2, (parts, call) => (call === 1 ? right(parts) : Promise.resolve([1, 2, 3]))],
    ['too few, later on', 2, async (parts, call) => (await right(parts)).slice(call - 1)],
    ['texts that are no digests, later on', 2, async (parts, call) => (await right(parts)).map((digest) => digest.slice(call - 1))],
    ['lists of digests, later on', 2, async (parts, call) => (await right(parts)).map((digest) => (call === 1 ? digest : [digest]))],
    [
      'one digest alone, later on',
      2,
      async (parts, call) => (await right(parts)).map((digest, at) => (call === 1 || at === 0 ? digest : at)),
    ],
    ['nothing but a rejection', 1, () => Promise.reject(new Error('gone'))],
    ['that it has no time', 3, () => null],
  ])('digests itself where the helper answers %s', async (_, calls, answer) => {
    const { told, port } = hostWith(answer);
    const { found, expected } = await digestThrice(port);
    expect(found).toEqual(expected);
    expect(told).toEqual({ calls, closed: 1 });
  });

  it('digests itself where the helper throws, and where it cannot be had', async () => {
    const fail = (): never => {
      throw new Error('no thread');
    };
    for (const port of [hostWith(fail).port, hostWith(right, { memory: fail }).port, { ...compute, digestHelper: fail }]) {
      const { found, expected } = await digestThrice(port);
      expect(found).toEqual(expected);
    }
  });

  it('takes no memory of another length', async () => {
    const { told, port } = hostWith(right, { memory: () => new Uint8Array(3) });
    const { found, expected } = await digestThrice(port);
    expect(found).toEqual(expected);
    expect(told).toEqual({ calls: 0, closed: 1 });
  });

  it('takes no bytes twice for memory', () => {
    const pool = new Uint8Array(96);
    const asked: number[] = [];
    const memory = (length: number): Uint8Array => {
      asked.push(length);
      return pool.subarray((asked.length - 1) * 32, (asked.length - 1) * 32 + length);
    };
    const apart = createSideDigests(hostWith(right, { memory }).port, 1);
    expect([apart.memory(32), apart.memory(32)].every(({ buffer }) => buffer === pool.buffer)).toBe(true);
    asked.length = 0;
    const { told, port } = hostWith(right, { memory });
    const side = createSideDigests(port, 1);
    const [one, other] = [side.memory(64), side.memory(64)];
    expect([one.buffer === pool.buffer, other.buffer === pool.buffer]).toEqual([true, false]);
    expect(side.digest([one])).toEqual([sha256(one)]);
    expect(told.calls).toBe(0);
  });

  it('takes memory that lies apart, in whatever order, and of several buffers', () => {
    const pool = new Uint8Array(64);
    const given = [pool.subarray(32), pool.subarray(0, 32), new Uint8Array(32)];
    let asked = 0;
    const memory = (): Uint8Array => {
      asked += 1;
      return given[asked - 1] ?? pool;
    };
    const side = createSideDigests(hostWith(right, { memory }).port, 1);
    const taken = given.map(() => side.memory(32));
    expect(taken.every((part, index) => part === given[index])).toBe(true);
  });

  it('hears a helper that rejects when nobody waits any more', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown): unknown => unheard.push(reason);
    process.on('unhandledRejection', listen);
    const controller = new AbortController();
    const { port } = hostWith(() => {
      controller.abort();
      return Promise.reject(new Error('gone'));
    });
    const { found, expected } = await digestThrice(port, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', listen);
    expect(found).toEqual(expected);
    expect(unheard).toEqual([]);
  });

  it.each([
    ['while it ends', 2],
    ['before', 0],
  ])('waits for the end of no helper once the caller cancels, %s', async (_, turns) => {
    const controller = new AbortController();
    const closed: string[] = [];
    const close = (): Promise<void> => {
      closed.push('asked');
      return new Promise(() => undefined);
    };
    const side = createSideDigests(hostWith(right, { close }).port, 1, controller.signal);
    if (turns === 0) controller.abort();
    else setImmediate(() => controller.abort());
    await side.close();
    expect(closed).toEqual(['asked']);
  });

  it('waits for nothing once the caller cancels', async () => {
    const controller = new AbortController();
    const { port } = hostWith(() => new Promise(() => undefined));
    setImmediate(() => controller.abort());
    const { found, expected } = await digestThrice(port, controller.signal);
    expect(found).toEqual(expected);
  });

  it('does not mind a helper that cannot be closed', async () => {
    const { port } = hostWith(right, { close: () => Promise.reject(new Error('gone')) });
    await expect(digestThrice(port)).resolves.toBeDefined();
  });
});
