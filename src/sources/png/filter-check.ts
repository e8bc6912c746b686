import type { ImagePass } from './image-passes.js';
import { LAST_FILTER } from './unfilter-row.js';

/** Rows whose filter does not exist. */
export interface InvalidFilters {
  /** The first one: its filter, the number of its pass and of the row in it. */
  readonly first: { readonly filter: number; readonly pass: number; readonly row: number };
  /** How many there are. */
  readonly count: number;
}

/** Checks the filter byte of every row. */
export interface FilterCheck {
  /** Takes the next inflated bytes. */
  push(chunk: Uint8Array): void;
  /** What was found; null where every filter exists. */
  result(): InvalidFilters | null;
}

/** A check of the rows of some passes. */
export function createFilterCheck(passes: readonly ImagePass[]): FilterCheck {
  let first: InvalidFilters['first'] | null = null;
  let count = 0;
  let current = 0;
  let row = 0;
  let ahead = 0; // bytes from the end of the last chunk to the next filter byte

  /** Judges the filter of the next row; answers how many bytes the row has, none after the last one. */
  const judge = (filter: number): number => {
    const pass = passes[current];
    if (pass === undefined) return Infinity;
    if (filter > LAST_FILTER) {
      first ??= { filter, pass: pass.number, row };
      count += 1;
    }
    row += 1;
    if (row === pass.height) {
      row = 0;
      current += 1;
    }
    return 1 + pass.rowBytes;
  };

  return {
    push(chunk) {
      let at = ahead;
      while (at < chunk.length) at += judge(chunk[at] as number);
      ahead = at - chunk.length;
    },
    result: () => (first === null ? null : { first, count }),
  };
}
