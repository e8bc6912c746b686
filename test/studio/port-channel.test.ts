import { MessageChannel } from 'node:worker_threads';
import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { connectSession, portChannel, serveSession } from 'prometeu-packer/studio';
import { unwrap } from '../e2e/unwrap.js';
import { rest } from './studio-bench.js';

/** A worker as a browser has it: events with `data`, no end that is told. */
function webWorker() {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const log: unknown[] = [];
  return {
    log,
    tell: (type: string, event: unknown) => listeners.get(type)?.forEach((listener) => listener(event)),
    port: {
      postMessage: (message: unknown) => void log.push(message),
      addEventListener: (type: string, listener: (event: unknown) => void) =>
        void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
      start: () => void log.push('started'),
      terminate: () => void log.push('terminated'),
    },
  };
}

describe('portChannel', () => {
  it('carries a session over a MessageChannel of Node, and notices its end on both sides', async () => {
    const { port1, port2 } = new MessageChannel();
    serveSession(portChannel(port2), () => ok(createMemoryWorkspace({ 'assets/a/asset.json': '{' })));
    const session = unwrap(await connectSession(portChannel(port1)));
    expect(unwrap(await session.findings()).items.map(({ file }) => file)).toContain('assets/a/asset.json');
    const gone = new Promise((resolve) => void port2.once('close', resolve));
    await session.close();
    await gone;
  });

  it('takes what a worker of the web sends, and what it fails with', async () => {
    const { port, tell, log } = webWorker();
    const channel = portChannel(port);
    const messages: unknown[] = [];
    const reasons: string[] = [];
    channel.onMessage((message) => void messages.push(message));
    channel.onClose((reason) => void reasons.push(reason));
    tell('message', { data: { a: 1 } });
    tell('messageerror', {});
    tell('error', { message: 'not found' });
    channel.postMessage(7);
    channel.close();
    await rest();
    expect(messages).toEqual([{ a: 1 }, undefined]);
    expect(reasons).toEqual(['not found']);
    expect(log).toEqual(['started', 7, 'terminated']);
  });
});
