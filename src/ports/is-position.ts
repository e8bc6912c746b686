/**
 * Whether a number is a place in a file: a whole number from 0. Hosts take other numbers for something else.
 *
 * @example
 * ```ts
 * import { isPosition } from 'prometeu-packer';
 *
 * console.log([0, -1, 0.5].map(isPosition)); // [ true, false, false ]
 * ```
 */
export function isPosition(position: number): boolean {
  return Number.isSafeInteger(position) && position >= 0;
}
