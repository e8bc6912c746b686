import { runWalk } from '../run-walk.js';
import { skipBytes, takeBytes, type Walk } from '../walk.js';
import { imagePasses } from './image-passes.js';
import { createPaletteCheck, type InvalidIndexes, type PaletteCheck } from './palette-check.js';
import type { PngHeader } from './png-header.js';
import { LAST_FILTER } from './unfilter-row.js';

/** Rows whose filter does not exist. */
export interface InvalidFilters {
  /** The first one: its filter, the number of its pass and of the row in it. */
  readonly first: { readonly filter: number; readonly pass: number; readonly row: number };
  /** How many there are. */
  readonly count: number;
}

/** Checks the inflated rows of an image. */
export interface RowCheck {
  /** Takes the next inflated bytes. */
  push(chunk: Uint8Array): void;
  /** Filters that do not exist among the rows so far; null where there are none. */
  invalidFilters(): InvalidFilters | null;
  /** Indexes past the palette among the rows so far; null where there are none, or where a filter before them cannot be undone. */
  invalidIndexes(): InvalidIndexes | null;
}

function* walkRows(header: PngHeader, palette: PaletteCheck | null, onInvalid: (first: InvalidFilters['first']) => void): Walk<void> {
  let indexes = palette;
  for (const pass of imagePasses(header)) {
    indexes?.startPass(pass);
    for (let row = 0; row < pass.height; row += 1) {
      const [filter = 0] = yield* takeBytes(1);
      if (filter > LAST_FILTER) {
        onInvalid({ filter, pass: pass.number, row });
        indexes = null; // this row and those that build on it mean nothing
      }
      if (indexes === null) yield* skipBytes(pass.rowBytes);
      else indexes.checkRow(filter, new Uint8Array(yield* takeBytes(pass.rowBytes)), row);
    }
  }
}

/** A check of the rows of an image; `paletteEntries` is the number of its colours, null where it has no palette. */
export function createRowCheck(header: PngHeader, paletteEntries: number | null): RowCheck {
  const mayMiss = header.colorType === 3 && paletteEntries !== null && paletteEntries < 1 << header.bitDepth;
  const palette = mayMiss ? createPaletteCheck(header.bitDepth, paletteEntries) : null;
  let first: InvalidFilters['first'] | null = null;
  let count = 0;
  const run = runWalk(
    walkRows(header, palette, (found) => {
      first ??= found;
      count += 1;
    }),
  );
  return {
    push: (chunk) => run.push(chunk),
    invalidFilters: () => (first === null ? null : { first, count }),
    invalidIndexes: () => palette?.result() ?? null,
  };
}
