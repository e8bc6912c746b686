const POLYNOMIAL = 0xedb88320; // IEEE 802.3, bits reversed

function remainderOf(byte: number): number {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
  return remainder;
}

const REMAINDERS = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, byte) => remainderOf(byte));

/**
 * The CRC-32 (IEEE 802.3) that PNG and the archive prelude use.
 *
 * @param previous - the CRC of the bytes before these, so that a long run is summed piece by piece; 0 at its start.
 * @returns an integer from 0 to 2^32-1.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ (bytes[index] as number)) & 0xff] as number);
  }
  return ~crc >>> 0;
}
