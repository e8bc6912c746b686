import type { ComputePort } from '../../ports/compute-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';

/** SHA-256 of each part of memory, on the spot. */
export function digestParts(parts: readonly Uint8Array[], compute: ComputePort): readonly string[] {
  return parts.map((part) => digestBytes(part, compute));
}
