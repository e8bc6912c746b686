import { ok, type Result } from 'neverthrow';
import { PORT_ERROR_KINDS, type PortError, type PortOperation, type PortResult } from './port-error.js';
import { portFailure } from './port-failure.js';

/** What a port is asked, and how to know an answer. */
export interface Expected<T> {
  /** Names the call in errors. */
  readonly operation: PortOperation;
  /** Names the call in errors. */
  readonly path: string;
  /** Whether a value has the type that was promised; absent where none is: then whatever is given is taken. */
  readonly is?: (value: unknown) => value is T;
}

/** One call of a port that is not trusted to answer. */
export interface GuardedCall<T> extends Expected<T> {
  /** Calls the port. */
  readonly run: () => unknown;
  /** Each of them settles the call with `aborted` when it fires. */
  readonly signals: readonly AbortSignal[];
  /** Frees what the port gives after the call was settled as aborted. Neither throws nor rejects. */
  readonly discard?: (value: T) => unknown;
}

const KINDS: ReadonlySet<unknown> = /* @__PURE__ */ new Set(PORT_ERROR_KINDS);

function isResult(answer: unknown): answer is Result<unknown, unknown> {
  if (typeof answer !== 'object' || answer === null) return false;
  const { isOk, isErr } = answer as Partial<Record<'isOk' | 'isErr', unknown>>;
  return typeof isOk === 'function' && typeof isErr === 'function';
}

function isPortError(value: unknown): value is PortError {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, path, detail } = value as Partial<Record<keyof PortError, unknown>>;
  return KINDS.has(kind) && typeof path === 'string' && typeof detail === 'string';
}

/** Makes a port answer of whatever a port gave: `broken` where it is no answer, or holds the wrong type. */
export function acceptAnswer<T>(answer: unknown, { operation, path, is }: Expected<T>): PortResult<T> {
  if (!isResult(answer)) return portFailure('broken', operation, path, 'no result');
  if (answer.isOk()) {
    if (is?.(answer.value) === false) return portFailure('broken', operation, path, 'wrong type');
    return ok(answer.value);
  }
  const { error } = answer;
  if (!isPortError(error)) return portFailure('broken', operation, path, 'no port error');
  return portFailure(error.kind, operation, error.path, error.detail);
}

async function answerOf<T>(call: GuardedCall<T>): Promise<PortResult<T>> {
  try {
    return acceptAnswer(await call.run(), call);
  } catch {
    return portFailure('broken', call.operation, call.path, 'threw'); // what was thrown may be anything, and hold absolute paths
  }
}

/** Calls a port and answers exactly once, whatever it does: it may throw, reject, answer nonsense, or never. */
export function guardCall<T>(call: GuardedCall<T>): Promise<PortResult<T>> {
  const { operation, path, signals, discard } = call;
  const aborted = portFailure('aborted', operation, path);
  if (signals.some((signal) => signal.aborted)) return Promise.resolve(aborted);
  return new Promise((resolve) => {
    let settled = false;
    const settle = (answer: PortResult<T>) => {
      settled = true;
      for (const signal of signals) signal.removeEventListener('abort', abort);
      resolve(answer);
    };
    const abort = () => settle(aborted);
    for (const signal of signals) signal.addEventListener('abort', abort);
    void answerOf(call).then((answer) => {
      if (!settled) settle(answer);
      else if (answer.isOk()) discard?.(answer.value);
    });
  });
}
