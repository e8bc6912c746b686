import type { MessagePort } from 'node:worker_threads';
import type { HashAnswer, HashRequest } from './hash-message.js';
import { lateModule } from './late-module.js';
import { nodeDigest } from './node-digest.js';

const threads = lateModule('node:worker_threads');

/** The program of the thread that digests: it answers each request with the digests of its parts, and says once that it is there. */
export function serveHashWorker(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  const memories = new Map<number, Uint8Array>();
  const tell = (answer: HashAnswer): void => port.postMessage(answer);
  port.on('message', (request: HashRequest) => {
    if (request.kind === 'memory') {
      memories.set(request.memory, new Uint8Array(request.bytes));
      return;
    }
    const { id, memory, ranges } = request;
    const bytes = memories.get(memory) ?? new Uint8Array();
    let digests = '';
    for (let index = 0; index < ranges.length; index += 2) digests += nodeDigest(bytes.subarray(ranges[index], ranges[index + 1]));
    tell({ kind: 'digests', id, digests });
  });
  tell({ kind: 'ready' });
}

const { isMainThread, parentPort } = threads();
if (!isMainThread && parentPort !== null) serveHashWorker(parentPort);
