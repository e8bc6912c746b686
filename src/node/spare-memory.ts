/** Memory that is used again and again, by one user at a time. */
export interface SpareMemory {
  /** Lends the memory, or new memory where it is lent already or too short. What stands in it is of no meaning. */
  lend(length: number): Uint8Array;
  /** Takes memory back that nobody looks at any more. Memory that does not come back is replaced when next it is needed. */
  takeBack(bytes: Uint8Array): void;
}

/** Most bytes that are kept while nobody uses them. */
const MOST_KEPT = 2 * 1024 * 1024;

/** Makes spare memory, none at first. Allocating for each file instead lets garbage pile up outside the heap, where it is collected late. */
export function createSpareMemory(): SpareMemory {
  let spare: Uint8Array = new Uint8Array();
  return {
    lend(length) {
      const lent = spare.length < length ? new Uint8Array(length) : spare;
      spare = new Uint8Array();
      return lent;
    },
    takeBack(bytes) {
      if (bytes.length > spare.length && bytes.length <= MOST_KEPT) spare = bytes;
    },
  };
}
