/** The highest filter type (PNG specification, section 9.2): none, sub, up, average, Paeth. */
export const LAST_FILTER = 4;

function nearest(left: number, up: number, upLeft: number): number {
  const byLeft = Math.abs(up - upLeft);
  const byUp = Math.abs(left - upLeft);
  const byUpLeft = Math.abs(left + up - 2 * upLeft);
  return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
}

function undoSub(row: Uint8Array): void {
  for (let at = 1; at < row.length; at += 1) row[at] = (row[at] as number) + (row[at - 1] as number);
}

function undoUp(row: Uint8Array, above: Uint8Array): void {
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] as number) + (above[at] as number);
}

function undoAverage(row: Uint8Array, above: Uint8Array): void {
  let left = 0;
  for (let at = 0; at < row.length; at += 1) {
    left = ((row[at] as number) + ((left + (above[at] as number)) >>> 1)) & 0xff;
    row[at] = left;
  }
}

function undoPaeth(row: Uint8Array, above: Uint8Array): void {
  let left = 0;
  let upLeft = 0;
  for (let at = 0; at < row.length; at += 1) {
    const up = above[at] as number;
    left = ((row[at] as number) + nearest(left, up, upLeft)) & 0xff;
    row[at] = left;
    upLeft = up;
  }
}

/**
 * Undoes the filter of a row in place, for pixels of at most one byte. `above` is the row before it, as long, and zeros
 * above the first one.
 */
export function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array): void {
  if (filter === 1) undoSub(row);
  if (filter === 2) undoUp(row, above);
  if (filter === 3) undoAverage(row, above);
  if (filter === 4) undoPaeth(row, above);
}
