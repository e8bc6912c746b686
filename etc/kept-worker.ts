import { type PoolRunnerInitializer, type PoolWorker, ThreadsPoolWorker } from 'vitest/node';

type Listener = (message: unknown) => void;

/**
 * A pool whose one thread lives as long as the process. Stryker starts Vitest once a mutant; with this pool only the test files are
 * read anew, not all that they import, which is most of the time of a run.
 */
export function createKeptWorker(): PoolRunnerInitializer {
  let kept: PoolWorker | undefined;
  return { name: 'kept', createPoolWorker: (options) => (kept ??= keep(new ThreadsPoolWorker(options))) };
}

/** Makes a worker that starts once and is never told to stop: Vitest is answered that it has. */
function keep(worker: PoolWorker): PoolWorker {
  const [start, on, off, send] = [worker.start.bind(worker), worker.on.bind(worker), worker.off.bind(worker), worker.send.bind(worker)];
  const listeners: [event: string, listener: Listener][] = [];
  let started: Promise<void> | undefined;
  worker.start = () => (started ??= start());
  worker.on = (event, listener) => {
    listeners.push([event, listener]);
    on(event, listener);
  };
  worker.send = (message) => {
    if (message.type !== 'stop') return send(message);
    const told = listeners.filter(([event]) => event === 'message');
    for (const [, listener] of told) listener({ type: 'stopped', __vitest_worker_response__: true });
  };
  worker.stop = () => {
    for (const [event, listener] of listeners.splice(0)) off(event, listener);
    return Promise.resolve();
  };
  return worker;
}
