/** What a walk asks for: that many bytes in one piece, or the next ones as they come, one at least and that many at most. */
export type Wanted = { readonly whole: number } | { readonly upTo: number };

/**
 * A reading of bytes from front to back, written down as if all of them were there. It pauses wherever it needs more, so
 * nothing is kept but what it asks for in one piece. The bytes it gets are valid until it asks again.
 */
export type Walk<T> = Generator<Wanted, T, Uint8Array>;

/** The next `count` bytes in one piece. */
export function* takeBytes(count: number): Walk<Uint8Array> {
  return count === 0 ? new Uint8Array() : yield { whole: count };
}

/** The next `count` bytes, given to `visit` as they come. */
export function* passBytes(count: number, visit: (piece: Uint8Array) => void): Walk<void> {
  for (let left = count; left > 0;) {
    const piece = yield { upTo: left };
    visit(piece);
    left -= piece.length;
  }
}

/** The next `count` bytes, passed over. */
export function skipBytes(count: number): Walk<void> {
  return passBytes(count, () => undefined);
}
