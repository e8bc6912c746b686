import type * as os from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DigestHelper } from '../../src/ports/compute-port.js';
import type { HashRequest } from '../../src/node/hash-message.js';
import { serveHashWorker } from '../../src/node/hash-worker.js';
import { createNodeDigestHelper, type HashThread } from '../../src/node/node-digest-helper.js';
import { nodeDigest } from '../../src/node/node-digest.js';

vi.mock('node:os', async (original) => ({ ...(await original<typeof os>()), availableParallelism: () => 2 }));

const MUCH = 2 ** 30;

/** A thread that does only what it is told. */
function idleThread() {
  const events = new EventEmitter();
  const asked: HashRequest[] = [];
  const told = { alive: true, ended: 0 };
  const thread = {
    on: (event: string, listener: (value: unknown) => void) => events.on(event, listener),
    ref: () => (told.alive = true),
    unref: () => (told.alive = false),
    postMessage: (request: HashRequest) => asked.push(request),
    terminate: () => {
      told.ended += 1;
      return Promise.resolve(0);
    },
  };
  return { thread: thread as unknown as HashThread, events, asked, told };
}

function helperOn(start: () => HashThread): DigestHelper {
  const helper = createNodeDigestHelper(MUCH, start);
  if (helper === null) throw new Error('no helper');
  return helper;
}

/** A helper that waits for the digest of one part. */
function askedHelper() {
  const idle = idleThread();
  const helper = helperOn(() => idle.thread);
  const memory = helper.memory(8);
  idle.events.emit('message', { kind: 'ready' });
  return { ...idle, helper, memory, answer: helper.digest([memory.subarray(2, 5)]) };
}

const digest = 'a'.repeat(64);

describe('a helper on a thread', () => {
  it('is not had for few bytes, nor where no thread starts', () => {
    expect(createNodeDigestHelper(1000)).toBeNull();
    expect(
      createNodeDigestHelper(MUCH, () => {
        throw new Error('no threads');
      }),
    ).toBeNull();
  });

  it('has no time before the thread is there, and where three wait already', () => {
    const { thread, events } = idleThread();
    const helper = helperOn(() => thread);
    const parts = [helper.memory(8)];
    expect(helper.digest(parts)).toBeNull();
    events.emit('message', { kind: 'ready' });
    const answers = Array.from({ length: 4 }, () => helper.digest(parts));
    expect(answers.map((answer) => answer === null)).toEqual([false, false, false, true]);
  });

  it('digests only memory of its own, and of one piece', () => {
    const { helper, memory } = askedHelper();
    expect(helper.digest([new Uint8Array(8)])).toBeNull();
    expect(helper.digest([memory, helper.memory(8)])).toBeNull();
    expect(helper.digest([])).toBeNull();
  });

  it('says where the parts are, and keeps the process alive only while it waits', async () => {
    const { asked, told, events, answer } = askedHelper();
    expect(asked.at(-1)).toEqual({ kind: 'digest', id: 1, memory: 0, ranges: Uint32Array.of(2, 5) });
    expect(told.alive).toBe(true);
    events.emit('message', { kind: 'digests', id: 1, digests: digest });
    expect(told.alive).toBe(false);
    expect(await answer).toEqual([digest]);
  });

  it.each<[string, string, unknown]>([
    ['ends', 'exit', 1],
    ['fails', 'error', new Error('no such file')],
    ['cannot be understood', 'messageerror', null],
    ['answers too much', 'message', { kind: 'digests', id: 1, digests: `${digest}a` }],
    ['answers no text', 'message', { kind: 'digests', id: 1, digests: 64 }],
    ['answers what nobody asked', 'message', { kind: 'digests', id: 7, digests: digest }],
    ['says nothing', 'message', undefined],
  ])('ceases where the thread %s', async (_, event, value) => {
    const { helper, memory, told, events, answer } = askedHelper();
    events.emit(event, value);
    expect(await answer).toBeNull();
    expect(told.alive).toBe(false);
    expect(helper.digest([memory])).toBeNull();
    events.emit('message', { kind: 'ready' });
    expect(helper.digest([memory])).toBeNull();
    expect(helper.memory(3)).toHaveLength(3);
    await helper.close();
  });

  it('answers what waits when it is closed, and ends the thread', async () => {
    const { helper, told, answer } = askedHelper();
    await helper.close();
    expect(await answer).toBeNull();
    expect(told).toEqual({ alive: false, ended: 1 });
  });
});

describe('the thread itself', () => {
  it('answers empty parts, and those of memory that it does not know', () => {
    const port = new EventEmitter();
    const answers: unknown[] = [];
    serveHashWorker({ on: port.on.bind(port), postMessage: (answer: unknown) => answers.push(answer) } as never);
    port.emit('message', { kind: 'digest', id: 4, memory: 9, ranges: Uint32Array.of(0, 0, 1, 5) });
    const empty = nodeDigest(new Uint8Array());
    expect(answers).toEqual([{ kind: 'ready' }, { kind: 'digests', id: 4, digests: empty + empty }]);
  });

  const folder = mkdtempSync(join(tmpdir(), 'hash-worker-'));
  const program = join(folder, 'hash-worker.mjs');
  beforeAll(async () => {
    const entry = resolve(import.meta.dirname, '../../src/node/hash-worker.ts');
    await build({ entryPoints: [entry], outfile: program, bundle: true, format: 'esm', platform: 'node' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('digests what is in shared memory at the time', async () => {
    const helper = helperOn(() => new Worker(pathToFileURL(program)));
    const memory = helper.memory(1000);
    for (let round = 1; round <= 3; round += 1) {
      memory.fill(round);
      const parts = [memory.subarray(0, 10), memory.subarray(10, 10), memory.subarray(10)];
      let answer = helper.digest(parts);
      while (answer === null) {
        await new Promise((next) => setTimeout(next, 5)); // until it is there
        answer = helper.digest(parts);
      }
      expect(await answer).toEqual(parts.map(nodeDigest));
    }
    await helper.close();
    expect(helper.digest([memory])).toBeNull();
  });

  it('is missed by nobody where its file is not there', async () => {
    const helper = helperOn(() => new Worker(pathToFileURL(join(folder, 'none.mjs'))));
    const memory = helper.memory(10);
    await new Promise((next) => setTimeout(next, 200));
    expect(helper.digest([memory])).toBeNull();
    await helper.close();
  });
});
