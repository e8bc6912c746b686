import canonicalize from 'canonicalize';
import { err, ok, type Result } from 'neverthrow';
import { BY_CODE_UNITS, inKeyOrder } from './in-key-order.js';
import { isInCodeUnitOrder } from './is-in-code-unit-order.js';

/**
 * Why a value has no canonical form: it is not I-JSON (RFC 7493), or its text is longer, or nested deeper, than the host
 * can hold.
 */
export type CanonicalFault = 'not-i-json' | 'too-large';

function attempt<T>(run: () => T | undefined): Result<T, CanonicalFault> {
  try {
    const made = run();
    return made === undefined ? err('not-i-json') : ok(made);
  } catch (fault) {
    return err(fault instanceof RangeError ? 'too-large' : 'not-i-json');
  }
}

/** `JSON.stringify` writes a lone surrogate so; a backslash before `ud` in a text looks the same, and only costs time. */
const MAYBE_LONE_SURROGATE = '\\ud';

/** The canonical text by `JSON.stringify`, many times faster; undefined where that cannot be told to be the same. */
function writeNatively(value: unknown): string | undefined {
  const ordered = isInCodeUnitOrder(value) ? { value } : inKeyOrder(value, BY_CODE_UNITS);
  if (ordered === null) return undefined;
  const text = JSON.stringify(ordered.value);
  return text.includes(MAYBE_LONE_SURROGATE) ? undefined : text;
}

/** The same as {@link canonicalJson}, as a text. */
export function canonicalText(value: unknown): Result<string, CanonicalFault> {
  return attempt(() => writeNatively(value) ?? canonicalize(value));
}

/**
 * Writes a value as canonical JSON (RFC 8785): keys ordered by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them.
 *
 * @param value - plain JSON data: null, booleans, numbers, strings, arrays, objects.
 * @returns the UTF-8 bytes; `not-i-json` for a lone surrogate, a number that is not finite, a cycle, or no JSON at all.
 */
export function canonicalJson(value: unknown): Result<Uint8Array, CanonicalFault> {
  return canonicalText(value).andThen((text) => attempt(() => new TextEncoder().encode(text)));
}
