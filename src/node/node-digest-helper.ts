import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { DigestHelper } from 'prometeu-packer';
import type { HashAnswer, HashRequest } from './hash-message.js';
import { lateModule } from './late-module.js';

const threads = lateModule('node:worker_threads');

/** The part of a worker that a helper has to do with. */
export type HashThread = Pick<Worker, 'on' | 'ref' | 'unref' | 'postMessage' | 'terminate'>;

/** With fewer bytes a thread is not worth its start. */
const LEAST = 64 * 1024 * 1024;

/** Requests that wait at most: with more the caller had better digest himself. */
const MOST_WAITING = 3;

const DIGEST_LENGTH = 64;

/** Little memory: it holds nothing but what it was asked. */
const RESOURCES = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 };

function startHashThread(): HashThread {
  const { Worker } = threads();
  return new Worker(join(import.meta.dirname, 'hash-worker.js'), { env: {}, argv: [], execArgv: [], resourceLimits: RESOURCES });
}

function splitDigests(digests: unknown, count: number): readonly string[] | null {
  if (typeof digests !== 'string' || digests.length !== count * DIGEST_LENGTH) return null;
  return Array.from({ length: count }, (_, index) => digests.slice(index * DIGEST_LENGTH, (index + 1) * DIGEST_LENGTH));
}

interface Waiting {
  readonly count: number;
  readonly answer: (digests: readonly string[] | null) => void;
}

/**
 * A helper on a thread. The thread keeps the process alive only while an answer is waited for; one that fails, ends or answers
 * otherwise than it should is asked no more.
 */
function createHelper(thread: HashThread): DigestHelper {
  const memories = new Map<ArrayBufferLike, number>();
  const waiting = new Map<number, Waiting>();
  let state: 'starting' | 'ready' | 'gone' = 'starting';
  let lastId = 0;
  const tell = (request: HashRequest): void => thread.postMessage(request);
  const settle = (id: number, digests: readonly string[] | null): void => {
    waiting.get(id)?.answer(digests);
    waiting.delete(id);
    if (waiting.size === 0) thread.unref();
  };
  const give = (): void => {
    state = 'gone';
    for (const id of [...waiting.keys()]) settle(id, null);
  };
  const take = (answer: HashAnswer): void => {
    if (state === 'gone') return;
    if (answer?.kind === 'ready') {
      state = 'ready';
      return;
    }
    const asked = waiting.get(answer?.id);
    const digests = asked === undefined ? null : splitDigests(answer.digests, asked.count);
    if (digests === null) give();
    else settle(answer.id, digests);
  };
  thread.on('message', take);
  thread.on('messageerror', give);
  thread.on('error', give); // its file is not there, as in a bundle of someone else's: the caller digests all himself
  thread.on('exit', give);
  thread.unref();
  return {
    memory(length) {
      const bytes = new SharedArrayBuffer(length);
      memories.set(bytes, memories.size);
      if (state !== 'gone') tell({ kind: 'memory', memory: memories.get(bytes) ?? 0, bytes });
      return new Uint8Array(bytes);
    },
    digest(parts) {
      const memory = memories.get(parts[0]?.buffer ?? new ArrayBuffer());
      if (memory === undefined || state !== 'ready' || waiting.size >= MOST_WAITING) return null;
      const ranges = new Uint32Array(2 * parts.length);
      for (const [index, { byteOffset, byteLength, buffer }] of parts.entries()) {
        if (memories.get(buffer) !== memory) return null;
        ranges.set([byteOffset, byteOffset + byteLength], 2 * index);
      }
      lastId += 1;
      const id = lastId;
      thread.ref();
      return new Promise((answer) => {
        waiting.set(id, { count: parts.length, answer });
        tell({ kind: 'digest', id, memory, ranges });
      });
    },
    async close() {
      give();
      await thread.terminate();
    },
  };
}

/**
 * A thread that digests beside the caller, for so many bytes; null where they are too few, there is but one processor, or no
 * thread can be started.
 */
export function createNodeDigestHelper(bytes: number, start: () => HashThread = startHashThread): DigestHelper | null {
  if (bytes < LEAST || availableParallelism() < 2) return null;
  try {
    return createHelper(start());
  } catch {
    return null; // a host without threads, or a bundle that does not know where its files are
  }
}
