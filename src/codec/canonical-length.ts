import { ok, type Result } from 'neverthrow';
import type { CanonicalFault } from './canonical-json.js';
import { canonicalParts } from './canonical-parts.js';
import { createPartEncoder } from './part-encoder.js';

/** Bytes of the canonical JSON of a value, which is never in memory as a whole. Plain data; the faults are those of `canonicalJson`. */
export function canonicalLength(value: unknown): Result<number, CanonicalFault> {
  const encode = createPartEncoder();
  let length = 0;
  for (const part of canonicalParts(value)) {
    if (part.isErr()) return part.map(() => 0);
    length += encode(part.value).length;
  }
  return ok(length);
}
