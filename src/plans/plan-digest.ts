import { canonicalJson } from '../codec/canonical-json.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from './digest-bytes.js';
import type { PlanContent } from './plan.js';

/**
 * The digest that names a plan: SHA-256 over the canonical JSON (RFC 8785) of everything but the digest itself, as 64
 * lower-case hexadecimal digits. It tells whether a plan is the one that was previewed; it is no signature.
 *
 * @returns null where the content has no canonical form: a text in it holds half a surrogate pair.
 */
export function planDigest(
  { kind, edits, identityChanges, preconditions }: PlanContent,
  compute: Pick<ComputePort, 'sha256'>,
): string | null {
  const canonical = canonicalJson({ kind, edits, identityChanges, preconditions });
  return canonical.isErr() ? null : digestBytes(canonical.value, compute);
}
