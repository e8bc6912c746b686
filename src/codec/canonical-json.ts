import canonicalize from 'canonicalize';
import { err, ok, type Result } from 'neverthrow';

/**
 * Why a value has no canonical form: it is not I-JSON (RFC 7493), or its text is longer, or nested deeper, than the host
 * can hold.
 */
export type CanonicalFault = 'not-i-json' | 'too-large';

function encode(write: () => string | undefined): Result<Uint8Array, CanonicalFault> {
  try {
    const text = write();
    return text === undefined ? err('not-i-json') : ok(new TextEncoder().encode(text));
  } catch (fault) {
    return err(fault instanceof RangeError ? 'too-large' : 'not-i-json');
  }
}

/**
 * Writes a value as canonical JSON (RFC 8785): keys ordered by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them.
 *
 * @param value - plain JSON data: null, booleans, numbers, strings, arrays, objects.
 * @returns the UTF-8 bytes; `not-i-json` for a lone surrogate, a number that is not finite, a cycle, or no JSON at all.
 */
export function canonicalJson(value: unknown): Result<Uint8Array, CanonicalFault> {
  return encode(() => canonicalize(value));
}

/**
 * The same, natively and so much faster, for a value of which the caller knows that its keys stand in canonical order,
 * that its strings are well-formed and its numbers finite. Keys like `10` never do: objects order them by number.
 */
export function orderedJson(value: unknown): Result<Uint8Array, CanonicalFault> {
  return encode(() => JSON.stringify(value));
}
