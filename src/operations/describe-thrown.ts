/**
 * What was thrown, as text; whatever it is, this does not throw.
 *
 * @example
 * ```ts
 * import { describeThrown } from 'prometeu-packer';
 *
 * console.log(describeThrown(new TypeError('no'))); // TypeError: no
 * console.log(describeThrown(7)); // 7
 * ```
 */
export function describeThrown(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return 'something that cannot be shown';
  }
}
