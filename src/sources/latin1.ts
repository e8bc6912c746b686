/** Bytes as text, one character a byte: ISO 8859-1, so that nothing is lost and nothing can fail. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
