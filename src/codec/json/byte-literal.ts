/** A stretch of ASCII text that is looked for at one place: four bytes at a time. */
export interface ByteLiteral {
  /** How many bytes it has. */
  readonly length: number;
  /** Four bytes each; a rest of less than four is in `last` alone. */
  readonly words: Int32Array;
  /** The last four bytes. */
  readonly last: number;
}

/** Makes a literal of an ASCII text of at least four characters. */
export function byteLiteral(text: string): ByteLiteral {
  const { length } = text;
  const view = new DataView(Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer);
  const words = Int32Array.from({ length: length >> 2 }, (_, index) => view.getInt32(4 * index));
  return { length, words, last: view.getInt32(length - 4) };
}

/** The offset behind a literal that stands at an offset; -1 where it does not stand there. */
export function literalEnd(view: DataView, at: number, { length, words, last }: ByteLiteral): number {
  const end = at + length;
  if (end > view.byteLength || view.getInt32(end - 4) !== last) return -1;
  for (let index = 0; index < words.length; index += 1) if (view.getInt32(at + 4 * index) !== words[index]) return -1;
  return end;
}
