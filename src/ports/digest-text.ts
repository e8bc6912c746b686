import type { ComputePort } from './compute-port.js';
import { digestBytes } from './digest-bytes.js';

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function digestText(text: string, compute: Pick<ComputePort, 'sha256' | 'digest'>): string {
  return digestBytes(new TextEncoder().encode(text), compute);
}
