import { QUOTE } from './ascii.js';

/** Looking further than this for a free place means that the hashes were chosen to meet. */
const MOST_STEPS = 256;

/** Strings in a text, no two of them equal. They have no escapes, so that each ends at the next quote. */
export interface DistinctSpans {
  /**
   * Takes one in; false where an equal one was taken in before, or where that would take too long to tell.
   *
   * @param start - offset of its first byte.
   * @param length - its bytes, quotes apart.
   */
  add(start: number, length: number): boolean;
}

function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  let at = start;
  for (const whole = start + length - 3; at < whole; at += 4) hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1) ^ (hash >>> 15);
  for (; at < start + length; at += 1) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Whether the string taken in at one place is the one of that length at another, behind which the text may end. */
function isSame(view: DataView, taken: number, start: number, length: number): boolean {
  for (let offset = 0; offset < length; offset += 1) if (view.getUint8(taken + offset) !== view.getUint8(start + offset)) return false;
  return view.getUint8(taken + length) === QUOTE;
}

/**
 * Begins to take in strings of a text, to tell whether any stands there twice, without making them.
 *
 * @param most - how many there may be.
 */
export function createDistinctSpans(view: DataView, most: number): DistinctSpans {
  const size = 2 ** (32 - Math.clz32(2 * most));
  const starts = new Int32Array(size); // one more than the offset; 0 where nothing stands
  return {
    add(start, length) {
      let slot = hashOf(view, start, length) & (size - 1);
      for (let step = 0; step < MOST_STEPS; step += 1) {
        const place = starts[slot] ?? 0;
        if (place === 0) {
          starts[slot] = start + 1;
          return true;
        }
        if (isSame(view, place - 1, start, length)) return false;
        slot = (slot + 1) & (size - 1);
      }
      return false;
    },
  };
}
