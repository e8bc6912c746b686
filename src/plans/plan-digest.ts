import { ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { canonicalJson } from '../codec/canonical-json.js';
import type { ComputePort } from '../ports/compute-port.js';
import type { PlanContent } from './plan.js';

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What follows each other in the canonical JSON of plain data: punctuation as text, and values with no object in them. */
function* partsOf(value: unknown): Generator<{ readonly text: string } | { readonly value: unknown }> {
  if (!isObject(value) || !Object.values(value).some(isObject)) {
    yield { value };
    return;
  }
  const isList = Array.isArray(value);
  const items: [string, unknown][] = Object.entries(value);
  if (!isList) items.sort(([a], [b]) => compareStrings(a, b));
  yield { text: isList ? '[' : '{' };
  for (const [index, [key, item]] of items.entries()) {
    yield { text: `${index > 0 ? ',' : ''}${isList ? '' : `${JSON.stringify(key)}:`}` };
    yield* partsOf(item);
  }
  yield { text: isList ? ']' : '}' };
}

/**
 * The digest that names a plan: SHA-256 over the canonical JSON (RFC 8785) of everything but the digest itself, as 64
 * lower-case hexadecimal digits. It tells whether a plan is the one that was previewed; it is no signature.
 *
 * The JSON of a large plan is long: it is made and digested part by part.
 *
 * @returns null where the content has no canonical form: a text in it holds half a surrogate pair.
 */
export function planDigest(
  { kind, edits, identityChanges, preconditions }: PlanContent,
  compute: Pick<ComputePort, 'sha256'>,
): string | null {
  const digest = compute.sha256();
  const encoder = new TextEncoder();
  for (const part of partsOf({ kind, edits, identityChanges, preconditions })) {
    const bytes = 'text' in part ? ok(encoder.encode(part.text)) : canonicalJson(part.value);
    if (bytes.isErr()) return null;
    digest.update(bytes.value);
  }
  return digest.hex();
}
