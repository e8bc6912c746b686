import type { ImagePass } from './image-passes.js';
import { unfilterRow } from './unfilter-row.js';

/** Pixels that have a colour which is not in the palette. */
export interface InvalidIndexes {
  /** The first one in the order of the file: its index, column and row. */
  readonly first: { readonly index: number; readonly x: number; readonly y: number };
  /** How many there are. */
  readonly count: number;
}

/** Checks palette indexes row by row. */
export interface PaletteCheck {
  /** Begins a pass: its first row has no row above. */
  startPass(pass: ImagePass): void;
  /** Judges the next row of the pass, which is changed. */
  checkRow(filter: number, row: Uint8Array, number: number): void;
  /** What was found; null where every index is in the palette. */
  result(): InvalidIndexes | null;
}

/** A check against a palette of `entries` colours, for indexes of `bitDepth` bits. */
export function createPaletteCheck(bitDepth: number, entries: number): PaletteCheck {
  const mask = (1 << bitDepth) - 1;
  let pass: ImagePass | null = null;
  let above = new Uint8Array();
  let first: InvalidIndexes['first'] | null = null;
  let count = 0;
  return {
    startPass(next) {
      pass = next;
      above = new Uint8Array(next.rowBytes);
    },
    checkRow(filter, row, number) {
      if (pass === null) return;
      unfilterRow(filter, row, above);
      above.set(row);
      for (let column = 0; column < pass.width; column += 1) {
        const bit = column * bitDepth;
        const index = ((row[bit >>> 3] as number) >>> (8 - bitDepth - (bit & 7))) & mask;
        if (index < entries) continue;
        count += 1;
        first ??= { index, x: pass.origin.x + column * pass.step.x, y: pass.origin.y + number * pass.step.y };
      }
    },
    result: () => (first === null ? null : { first, count }),
  };
}
