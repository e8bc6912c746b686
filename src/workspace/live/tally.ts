/** Sums by what is summed. Numbers that are zero are left out. */
export type Tally = ReadonlyMap<string, number>;

/** Nothing. */
export const NO_TALLY: Tally = new Map();

/** What parts were and what they are now. */
export interface TallyChange {
  /** A part before; undefined where it is new. */
  readonly before: Tally | undefined;
  /** The part now; undefined where it is gone. */
  readonly now: Tally | undefined;
}

/** Sums after parts have changed: what they were is taken off, and what they are is added. */
export function changeTally(sums: Tally, changes: Iterable<TallyChange>): Tally {
  const changed = new Map(sums);
  const add = (part: Tally | undefined, sign: 1 | -1): void => {
    if (part === undefined) return;
    for (const [name, count] of part) {
      const sum = (changed.get(name) ?? 0) + sign * count;
      if (sum === 0) changed.delete(name);
      else changed.set(name, sum);
    }
  };
  for (const { before, now } of changes) {
    if (before === now) continue;
    add(before, -1);
    add(now, 1);
  }
  return changed;
}
