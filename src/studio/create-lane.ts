import { err, type Result } from 'neverthrow';
import { diagnosePortError, guardOperation, type Failure } from 'prometeu-packer';

/** Runs one task at a time, in the order in which they were given. */
export interface Lane {
  /** Runs a task once those before it are done; IO_ABORTED where the signal fires while it waits. */
  readonly run: <T>(signal: AbortSignal | undefined, task: () => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
}

/** What a call is answered with that was cancelled before it began. */
function cancelledFailure(): Failure {
  return [diagnosePortError({ kind: 'aborted', operation: 'read', path: '', detail: '' }, 'workspace')];
}

function onceAborted(signal: AbortSignal | undefined, run: () => void): () => void {
  signal?.addEventListener('abort', run, { once: true });
  return () => signal?.removeEventListener('abort', run);
}

/** Makes a lane. Its tasks never reject. */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (signal, task) =>
      new Promise((resolve) => {
        let isWaiting = true;
        const leave = (): void => {
          if (isWaiting) resolve(err(cancelledFailure()));
          isWaiting = false;
        };
        if (signal?.aborted === true) return leave();
        const forget = onceAborted(signal, leave);
        last = last.then(async () => {
          forget();
          if (!isWaiting) return;
          isWaiting = false;
          resolve(await guardOperation('session', task));
        });
      }),
  };
}
