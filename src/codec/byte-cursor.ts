/**
 * Looks into bytes by place, little-endian, and never past their end. `Uint8Array.subarray` clips silently and takes
 * negative places; here such a place has no answer.
 */
export interface ByteCursor {
  /** The unsigned integer in the `width` bytes at `offset`; undefined where the bytes do not hold all of it. */
  uint(offset: number, width: number): bigint | undefined;
  /** A view of the `length` bytes at `offset`; undefined where the bytes do not hold all of them. */
  slice(offset: number, length: number): Uint8Array | undefined;
}

/** Begins to look into `bytes`, which are not copied. */
export function byteCursor(bytes: Uint8Array): ByteCursor {
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const slice = (offset: number, length: number): Uint8Array | undefined =>
    isCount(offset) && isCount(length) && offset + length <= bytes.length ? bytes.subarray(offset, offset + length) : undefined;
  return {
    slice,
    uint: (offset, width) => slice(offset, width)?.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n),
  };
}
