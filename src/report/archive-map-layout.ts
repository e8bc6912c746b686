import type { ArchiveMapBox } from './archive-map-boxes.js';

/** A straight piece of a box: a box that runs over the end of a row has more than one. */
export interface ArchiveMapPiece {
  /** Row, counted from 0. */
  readonly row: number;
  /** Left edge, in units of the drawing. */
  readonly x: number;
  /** Width, in units of the drawing. */
  readonly width: number;
}

/** Where each box is drawn. */
export interface ArchiveMapLayout {
  /** The pieces of each box, in the order of the boxes. */
  readonly pieces: readonly (readonly ArchiveMapPiece[])[];
  /** How many rows there are. */
  readonly rows: number;
  /** The byte of the file that each row begins with. */
  readonly rowStarts: readonly number[];
  /** Bytes that one unit of the drawing stands for, where boxes are to scale. */
  readonly bytesPerUnit: number;
  /** How many boxes are drawn wider than they are, since nobody would see them. */
  readonly widened: number;
}

/** Units of the drawing for each box, on average: more boxes take more rows. */
const UNITS_PER_BOX = 16;

/** Units that a box takes at least: padding may be thinner than what it pads. */
function leastWidth({ regions }: ArchiveMapBox): number {
  return regions.length === 1 && regions[0]?.kind === 'padding' ? 1 : 4;
}

/**
 * Units for each byte, so that the widths come to `total`: boxes too small for that get their least width, and the rest
 * share what remains. Each round takes more boxes for too small, so it ends.
 */
function solveScale(boxes: readonly ArchiveMapBox[], total: number): { readonly scale: number; readonly small: readonly boolean[] } {
  const small = boxes.map(({ size }) => size === 0);
  for (;;) {
    let room = total;
    let bytes = 0;
    for (const [index, box] of boxes.entries()) {
      if (small[index] === true) room -= leastWidth(box);
      else bytes += box.size;
    }
    const scale = bytes === 0 ? 0 : room / bytes;
    const found = boxes.flatMap((box, index) => (small[index] !== true && box.size * scale < leastWidth(box) ? [index] : []));
    if (found.length === 0) return { scale, small };
    for (const index of found) small[index] = true;
  }
}

function cut(from: number, to: number, rowWidth: number, rows: number): readonly ArchiveMapPiece[] {
  const pieces: ArchiveMapPiece[] = [];
  for (let row = Math.min(rows - 1, Math.floor(from / rowWidth)); row < rows; row++) {
    const x = Math.max(from, row * rowWidth);
    const end = Math.min(to, (row + 1) * rowWidth);
    if (end - x > 1e-6) pieces.push({ row, x: x - row * rowWidth, width: end - x });
  }
  return pieces;
}

/** Bytes of a box that stand before a place in it. */
function reached(place: number, from: number, to: number, size: number): number {
  return place <= from || to <= from ? 0 : Math.round(((place - from) / (to - from)) * size);
}

/**
 * Lays boxes out one after another, to scale, over as many rows as they need.
 *
 * @param rowWidth - units of the drawing in a row.
 */
export function archiveMapLayout(boxes: readonly ArchiveMapBox[], rowWidth: number): ArchiveMapLayout {
  const rows = Math.max(1, Math.ceil((boxes.length * UNITS_PER_BOX) / rowWidth));
  const { scale, small } = solveScale(boxes, rows * rowWidth);
  const rowStarts: number[] = [];
  let from = 0;
  const pieces = boxes.map((box, index) => {
    const to = from + (small[index] === true ? leastWidth(box) : box.size * scale);
    const made = cut(from, to, rowWidth, rows);
    for (const { row } of made) rowStarts[row] ??= (box.regions[0]?.offset ?? 0) + reached(row * rowWidth, from, to, box.size);
    from = to;
    return made;
  });
  return { pieces, rows, rowStarts, bytesPerUnit: scale === 0 ? 0 : 1 / scale, widened: small.filter(Boolean).length };
}
