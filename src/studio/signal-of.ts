import { err, ok, type Result } from 'neverthrow';

function isSignal(value: unknown): value is AbortSignal {
  if (typeof value !== 'object' || value === null || !('addEventListener' in value) || !('removeEventListener' in value)) return false;
  return typeof value.addEventListener === 'function' && typeof value.removeEventListener === 'function';
}

/** The signal of a call, undefined where there is none; what is wrong where something else stands in its place. */
export function signalOf(options: unknown): Result<AbortSignal | undefined, string> {
  try {
    const { signal = null } = (options ?? {}) as { readonly signal?: unknown };
    if (signal === null) return ok(undefined);
    return isSignal(signal) ? ok(signal) : err('/signal is not a signal');
  } catch {
    return err('the options cannot be looked at');
  }
}
