const MODULUS = 65_521; // the largest prime below 2^16
const RUN = 3_854; // the most bytes after which neither sum can have passed 2^31

/**
 * The Adler-32 that ends a zlib stream (RFC 1950, section 8.2).
 *
 * @param previous - the sum of the bytes before these; 1 at the start.
 * @returns an integer from 0 to 2^32-1.
 */
export function adler32(bytes: Uint8Array, previous = 1): number {
  let low = previous & 0xffff;
  let high = previous >>> 16;
  for (let start = 0; start < bytes.length; start += RUN) {
    const end = Math.min(start + RUN, bytes.length);
    for (let index = start; index < end; index += 1) {
      low += bytes[index] as number;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}
