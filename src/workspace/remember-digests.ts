import type { ComputePort } from '../ports/compute-port.js';
import { digestText } from '../ports/digest-text.js';

/** SHA-256 of texts, each computed once: many folders hold files of the same names. */
export function rememberDigests(compute: Pick<ComputePort, 'sha256' | 'digest'>): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let digest = known.get(text);
    if (digest === undefined) {
      digest = digestText(text, compute);
      known.set(text, digest);
    }
    return digest;
  };
}
