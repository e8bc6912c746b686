import type { ComputePort } from './compute-port.js';

/** SHA-256 of some bytes, as 64 lower-case hexadecimal digits. */
export function digestBytes(bytes: Uint8Array, compute: Pick<ComputePort, 'sha256' | 'digest'>): string {
  if (compute.digest !== undefined) return compute.digest(bytes);
  const digest = compute.sha256();
  digest.update(bytes);
  return digest.hex();
}
