import type { ArchiveMapRegion } from 'prometeu-packer';

/** One thing to draw: a region, or neighbouring small ones where there are too many to draw each. */
export interface ArchiveMapBox {
  /** Place of its first region in the list. */
  readonly first: number;
  /** Its regions, neighbours in the file. */
  readonly regions: readonly ArchiveMapRegion[];
  /** Bytes of them all. */
  readonly size: number;
}

/** Regions up to this number are drawn one by one. */
const MOST_SINGLE = 400;

/** How many parts of the file a group is about one of, where regions are grouped. */
const PARTS = 200;

function boxOf(all: readonly ArchiveMapRegion[], first: number, end: number): ArchiveMapBox {
  const regions = all.slice(first, end);
  return { first, regions, size: regions.reduce((sum, { size }) => sum + size, 0) };
}

/**
 * Decides what is drawn as one box. Up to 400 regions each get their own; beyond that, whatever is larger than a 200th of
 * the file keeps its own, and smaller neighbours share one until they come to that much. So there are never more than
 * about 600, whatever the archive holds.
 */
export function archiveMapBoxes(regions: readonly ArchiveMapRegion[]): readonly ArchiveMapBox[] {
  if (regions.length <= MOST_SINGLE) return regions.map((_, index) => boxOf(regions, index, index + 1));
  const enough = regions.reduce((sum, { size }) => sum + size, 0) / PARTS;
  const boxes: ArchiveMapBox[] = [];
  let first = 0;
  let gathered = 0;
  const close = (end: number): void => {
    if (end > first) boxes.push(boxOf(regions, first, end));
    first = end;
    gathered = 0;
  };
  for (const [index, { kind, size }] of regions.entries()) {
    const isFront = kind !== 'asset' && index < 3; // prelude, header and the padding after it
    const alone = isFront || size >= enough;
    if (alone) close(index);
    gathered += size;
    if (alone || gathered >= enough) close(index + 1);
  }
  close(regions.length);
  return boxes;
}
