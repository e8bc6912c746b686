import { canonicalParts } from '../codec/canonical-parts.js';
import { createPartEncoder } from '../codec/part-encoder.js';
import type { ComputePort } from '../ports/compute-port.js';
import type { PlanContent } from './plan.js';

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
  const encode = createPartEncoder();
  for (const part of canonicalParts({ edits, identityChanges, kind, preconditions })) {
    if (part.isErr()) return null;
    digest.update(encode(part.value));
  }
  return digest.hex();
}
