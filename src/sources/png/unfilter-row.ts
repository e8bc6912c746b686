/** The highest filter type (PNG specification, section 9.2): none, sub, up, average, Paeth. */
export const LAST_FILTER = 4;

function paeth(left: number, up: number, upLeft: number): number {
  const byLeft = Math.abs(up - upLeft);
  const byUp = Math.abs(left - upLeft);
  const byUpLeft = Math.abs(left + up - 2 * upLeft);
  return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >>> 1;
    default:
      return paeth(left, up, upLeft);
  }
}

/** Undoes the filter of a row in place, for pixels of at most one byte. `above` is the row before it, zeros above the first. */
export function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array): void {
  if (filter === 0) return;
  let left = 0;
  let upLeft = 0;
  for (let index = 0; index < row.length; index += 1) {
    const up = above[index] as number;
    left = ((row[index] as number) + predict(filter, left, up, upLeft)) & 0xff;
    row[index] = left;
    upLeft = up;
  }
}
