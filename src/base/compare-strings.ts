/**
 * Orders two strings by UTF-16 code units, as RFC 8785 orders keys. Never by locale: the same on every machine.
 *
 * @returns a negative number, zero or a positive number, as `Array.prototype.sort` wants it.
 *
 * @example
 * ```ts
 * import { compareStrings } from 'prometeu-packer';
 *
 * console.log(['b', 'a', 'B'].sort(compareStrings)); // [ 'B', 'a', 'b' ]
 * ```
 */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
