/**
 * The quick look at a text that `JSON.parse` accepts and that has no backslash in it: the members of all its objects, one for
 * each colon outside strings. Undefined where arrays and objects stand deeper inside each other than they may, or a number is
 * written otherwise than as an integer of few digits; `scanPlain` then tells more.
 *
 * It looks at few things, since every string ends at the next quote, and the grammar is known to be kept.
 */
export function countUnescaped(bytes: Uint8Array, maxDepth: number): number | undefined {
  // Constants of its own: of those of a module a bundler makes variables, which take time at every byte.
  const space = 0x20;
  const quote = 0x22;
  const minus = 0x2d;
  const point = 0x2e;
  const zero = 0x30;
  const nine = 0x39;
  const colon = 0x3a;
  const upperE = 0x45;
  const lowerE = 0x65;
  const openBrace = 0x7b;
  const closeBrace = 0x7d;
  const braceOfBracket = 0x20;
  const safeBytes = 15; // an integer of so many, sign included, is always one that a double keeps

  const { length } = bytes;
  let members = 0;
  let depth = 0;
  let at = 0;
  while (at < length) {
    const byte = bytes[at++] as number; // it was below the length
    if (byte <= space) continue;
    if (byte === quote) {
      while (at < length && bytes[at++] !== quote);
    } else if (byte > nine) {
      if (byte === colon) members += 1;
      else if ((byte | braceOfBracket) === openBrace) {
        depth += 1;
        if (depth > maxDepth) return undefined;
      } else if ((byte | braceOfBracket) === closeBrace) depth -= 1;
    } else if (byte >= minus) {
      const start = at - 1;
      let next = bytes[at] as number; // undefined at the end is no digit
      while (next >= zero && next <= nine) next = bytes[++at] as number;
      if (at - start > safeBytes || next === point || next === upperE || next === lowerE) return undefined;
      if (byte === minus && bytes[start + 1] === zero) return undefined;
    }
  }
  return members;
}
