const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080;
const ONES = 0x01010101;

/**
 * Whether any byte is greater than `most`, four bytes at a time: what is added to each byte carries into its highest bit just
 * where the byte is greater. Where a sum leaves its byte, that byte is greater itself, so the carry makes no false answer.
 *
 * @param words - the bytes, four in each word, in any order.
 * @param most - 0 to 255.
 */
export function hasByteAbove(words: Int32Array, most: number): boolean {
  const carry = ONES * (most < 128 ? 127 - most : 255 - most);
  let seen = 0;
  if (most < 128) {
    for (let at = 0; at < words.length; at += 1) seen |= ((words[at] as number) + carry) | (words[at] as number);
  } else {
    for (let at = 0; at < words.length; at += 1) seen |= (((words[at] as number) & LOW_BITS) + carry) & (words[at] as number);
  }
  return (seen & HIGH_BITS) !== 0;
}
