import { err, ok, type Result } from 'neverthrow';
import { diagnoseStudio, type Failure } from 'prometeu-packer';

/** A Result as structured cloning keeps it: of a Result itself it would leave nothing but its fields. */
export type WireResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/**
 * Turns an answer into what can be sent.
 *
 * @example
 * ```ts
 * import { toWire } from 'prometeu-packer/studio';
 * import { ok } from 'neverthrow';
 *
 * console.log(toWire(ok(3))); // { ok: true, value: 3 }
 * ```
 */
export function toWire<T>(result: Result<T, Failure>): WireResult<T> {
  return result.match<WireResult<T>>(
    (value) => ({ ok: true, value }),
    (error) => ({ ok: false, error }),
  );
}

function isFailure(value: unknown): value is Failure {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((item: unknown) => typeof item === 'object' && item !== null && 'code' in item && typeof item.code === 'string');
}

/**
 * Turns what was sent back into an answer. What the value holds is taken as it is.
 *
 * @returns the answer; STUDIO_MESSAGE_MALFORMED where it is none.
 *
 * @example
 * ```ts
 * import { fromWire, toWire } from 'prometeu-packer/studio';
 * import { ok } from 'neverthrow';
 *
 * const sent = structuredClone(toWire(ok({ files: 3 })));
 * console.log(fromWire(sent)._unsafeUnwrap()); // { files: 3 }
 * ```
 */
export function fromWire<T>(wire: WireResult<T>): Result<T, Failure> {
  const sent: unknown = wire; // it comes from the other side
  if (typeof sent === 'object' && sent !== null && 'ok' in sent) {
    if (sent.ok === true && 'value' in sent) return ok(sent.value as T);
    if (sent.ok === false && 'error' in sent && isFailure(sent.error)) return err(sent.error);
  }
  return err([diagnoseStudio('STUDIO_MESSAGE_MALFORMED', { expected: 'answer', problem: 'it is neither a value nor a failure' })]);
}
