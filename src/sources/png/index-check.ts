import { hasByteAbove } from './has-byte-above.js';
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

/** A row of pixels. */
interface PixelRow {
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** The same memory and, where the row is no whole number of words, zeros after it. */
  readonly words: Int32Array;
}

function emptyRow(length: number): PixelRow {
  const words = new Int32Array(Math.ceil(length / 4));
  return { bytes: new Uint8Array(words.buffer, 0, length), words };
}

/** A check of the rows of some passes, whose indexes have `bitDepth` bits, against a palette of `entries` colours. */
export function createIndexCheck(passes: readonly ImagePass[], bitDepth: number, entries: number): IndexCheck {
  const mask = (1 << bitDepth) - 1;
  let first: InvalidIndexes['first'] | null = null;
  let count = 0;

  let current = 0;
  let row = 0;
  let filter = -1; // of the row that is being filled
  let filled = 0;
  let above = emptyRow(passes[0]?.rowBytes ?? 0);
  let pixels = emptyRow(passes[0]?.rowBytes ?? 0);

  const judgeRow = ({ bytes, words }: PixelRow, { width, origin, step }: ImagePass): void => {
    if (bitDepth === 8 && entries > 0 && !hasByteAbove(words, entries - 1)) return; // nearly every row, and many times as fast
    for (let column = 0; column < width; column += 1) {
      const bit = column * bitDepth;
      const index = ((bytes[bit >>> 3] as number) >>> (8 - bitDepth - (bit & 7))) & mask;
      if (index < entries) continue;
      count += 1;
      first ??= { index, x: origin.x + column * step.x, y: origin.y + row * step.y };
    }
  };

  /** Judges the row that was filled, and begins the next one. */
  const endRow = (pass: ImagePass): void => {
    unfilterRow(filter, pixels.bytes, above.bytes);
    judgeRow(pixels, pass);
    [above, pixels] = [pixels, above];
    filter = -1;
    filled = 0;
    row += 1;
    if (row < pass.height) return;
    row = 0;
    current += 1;
    const next = passes[current];
    if (next !== undefined) [above, pixels] = [emptyRow(next.rowBytes), emptyRow(next.rowBytes)];
  };

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length;) {
        const pass = passes[current];
        if (pass === undefined) return;
        if (filter < 0) {
          filter = chunk[at] as number;
          at += 1;
        }
        if (filter > LAST_FILTER) return; // that row and those that build on it mean nothing
        const piece = chunk.subarray(at, at + pass.rowBytes - filled);
        pixels.bytes.set(piece, filled);
        at += piece.length;
        filled += piece.length;
        if (filled === pass.rowBytes) endRow(pass);
      }
    },
    result: () => (first === null ? null : { first, count }),
  };
}
