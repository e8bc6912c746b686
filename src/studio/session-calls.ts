import { err, type Result } from 'neverthrow';
import { diagnoseStudio, guardOperation, type Failure } from 'prometeu-packer';
import { argumentShapes } from './argument-shapes.js';
import type { SessionCallOptions } from './session.js';
import type { SessionOperation } from './session-operation.js';
import { signalOf } from './signal-of.js';

/** Runs the calls of a session, so that each is answered whatever happens, and each can be cancelled. */
export interface SessionCalls {
  /** Fires when the session is closed. */
  readonly closing: AbortSignal;
  /** Runs a call. STUDIO_SESSION_CLOSED where the session is closed, STUDIO_MESSAGE_MALFORMED where the argument is none. */
  readonly run: <T>(
    operation: SessionOperation,
    argument: unknown,
    options: SessionCallOptions | undefined,
    task: (signal: AbortSignal) => Promise<Result<T, Failure>> | Result<T, Failure>,
  ) => Promise<Result<T, Failure>>;
  /** Cancels all calls and answers every later one with STUDIO_SESSION_CLOSED; done once none is under way. */
  readonly close: () => Promise<void>;
}

function problemOf(operation: SessionOperation, argument: unknown): string | null {
  try {
    return argumentShapes[operation](argument, '');
  } catch {
    return 'it cannot be looked at'; // a getter that throws, a proxy that is revoked
  }
}

/** Makes what runs the calls of a session. */
export function createSessionCalls(): SessionCalls {
  const closing = new AbortController();
  const running = new Set<AbortController>();
  let whenIdle: (() => void) | null = null;
  return {
    closing: closing.signal,
    async run(operation, argument, options, task) {
      if (closing.signal.aborted) return err([diagnoseStudio('STUDIO_SESSION_CLOSED', { operation })]);
      const given = signalOf(options);
      const problem = given.isErr() ? given.error : problemOf(operation, argument);
      if (problem !== null) return err([diagnoseStudio('STUDIO_MESSAGE_MALFORMED', { expected: operation, problem })]);
      const controller = new AbortController();
      const signal = given.unwrapOr(undefined);
      const cancel = (): void => controller.abort();
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      running.add(controller);
      const answer = await guardOperation(operation, async () => task(controller.signal));
      running.delete(controller);
      signal?.removeEventListener('abort', cancel);
      if (running.size === 0) whenIdle?.();
      return answer;
    },
    async close() {
      closing.abort();
      for (const controller of running) controller.abort();
      if (running.size > 0) {
        await new Promise<void>((resolve) => {
          const before = whenIdle;
          whenIdle = () => {
            before?.();
            resolve();
          };
        });
      }
    },
  };
}
