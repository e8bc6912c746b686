/** Bytes with others written over them from a position on; what lies between their end and the position is zeros. */
export function overwrite(bytes: Uint8Array, position: number, written: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.max(bytes.length, position + written.length));
  result.set(bytes);
  result.set(written, position);
  return result;
}
