/** The bytes of a text. */
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text of about so many bytes: one part again and again between a head and a tail, or parts made of their index. */
export function repeatedText(
  bytes: number,
  head: string,
  part: string | ((index: number) => string),
  tail: string,
  separator = '',
): string {
  if (typeof part === 'string') {
    const times = Math.ceil(bytes / (part.length + separator.length));
    return `${head}${`${part}${separator}`.repeat(times - 1)}${part}${tail}`;
  }
  const parts: string[] = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    const text = part(index);
    parts.push(text);
    length += text.length + separator.length;
  }
  return head + parts.join(separator) + tail;
}

/** Makes such texts of any size, as bytes. */
export function repeated(
  head: string,
  part: string | ((index: number) => string),
  tail: string,
  separator = '',
): (bytes: number) => Uint8Array {
  return (bytes) => encode(repeatedText(bytes, head, part, tail, separator));
}
