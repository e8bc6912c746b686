import { runWalk } from '../run-walk.js';
import { takeBytes, type Walk } from '../walk.js';
import type { ImagePass } from './image-passes.js';
import { LAST_FILTER, unfilterRow } from './unfilter-row.js';

/** Pixels that have a colour which is not in the palette. */
export interface InvalidIndexes {
  /** The first one in the order of the file: its index, column and row in the image. */
  readonly first: { readonly index: number; readonly x: number; readonly y: number };
  /** How many there are. */
  readonly count: number;
}

/** Checks the palette index of every pixel. */
export interface IndexCheck {
  /** Takes the next inflated bytes. */
  push(chunk: Uint8Array): void;
  /** What was found; null where every index is in the palette. */
  result(): InvalidIndexes | null;
}

function largestOf(bytes: Uint8Array): number {
  let largest = 0;
  for (let at = 0; at < bytes.length; at += 1) largest = Math.max(largest, bytes[at] as number);
  return largest;
}

/** A check of the rows of some passes, whose indexes have `bitDepth` bits, against a palette of `entries` colours. */
export function createIndexCheck(passes: readonly ImagePass[], bitDepth: number, entries: number): IndexCheck {
  const mask = (1 << bitDepth) - 1;
  let first: InvalidIndexes['first'] | null = null;
  let count = 0;

  const judgeRow = (pixels: Uint8Array, { width, origin, step }: ImagePass, row: number): void => {
    if (bitDepth === 8 && largestOf(pixels) < entries) return; // nearly every row, and twice as fast
    for (let column = 0; column < width; column += 1) {
      const bit = column * bitDepth;
      const index = ((pixels[bit >>> 3] as number) >>> (8 - bitDepth - (bit & 7))) & mask;
      if (index < entries) continue;
      count += 1;
      first ??= { index, x: origin.x + column * step.x, y: origin.y + row * step.y };
    }
  };

  /** Stops at a filter that does not exist: that row and those that build on it mean nothing. */
  function* walkRows(): Walk<void> {
    for (const pass of passes) {
      let above = new Uint8Array(pass.rowBytes);
      let pixels = new Uint8Array(pass.rowBytes);
      for (let row = 0; row < pass.height; row += 1) {
        const line = yield* takeBytes(1 + pass.rowBytes);
        const filter = line[0] as number;
        if (filter > LAST_FILTER) return;
        pixels.set(line.subarray(1));
        unfilterRow(filter, pixels, above);
        judgeRow(pixels, pass, row);
        [above, pixels] = [pixels, above];
      }
    }
  }

  const run = runWalk(walkRows());
  return {
    push: (chunk) => run.push(chunk),
    result: () => (first === null ? null : { first, count }),
  };
}
