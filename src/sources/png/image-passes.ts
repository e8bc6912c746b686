import type { PngHeader } from './png-header.js';

/** Which pixels of the image a pass has. */
interface PassGrid {
  /** Column and row, in the image, of the first pixel. */
  readonly origin: { readonly x: number; readonly y: number };
  /** Columns and rows, in the image, from one pixel to the next. */
  readonly step: { readonly x: number; readonly y: number };
}

/** One reduced image of an interlaced PNG, or the whole of another. */
export interface ImagePass extends PassGrid {
  /** 1 to 7; 1 where the image is not interlaced. */
  readonly number: number;
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Bytes of a row, without its filter byte. */
  readonly rowBytes: number;
}

/** Samples of a pixel by colour type. */
const SAMPLES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

const WHOLE: readonly PassGrid[] = [{ origin: { x: 0, y: 0 }, step: { x: 1, y: 1 } }];

/** Adam7 (PNG specification, section 8.2). */
const ADAM7: readonly PassGrid[] = [
  { origin: { x: 0, y: 0 }, step: { x: 8, y: 8 } },
  { origin: { x: 4, y: 0 }, step: { x: 8, y: 8 } },
  { origin: { x: 0, y: 4 }, step: { x: 4, y: 8 } },
  { origin: { x: 2, y: 0 }, step: { x: 4, y: 4 } },
  { origin: { x: 0, y: 2 }, step: { x: 2, y: 4 } },
  { origin: { x: 1, y: 0 }, step: { x: 2, y: 2 } },
  { origin: { x: 0, y: 1 }, step: { x: 1, y: 2 } },
];

/** The passes of an image that have pixels, in the order of the file. */
export function imagePasses(header: PngHeader): readonly ImagePass[] {
  const pixelBits = header.bitDepth * (SAMPLES.get(header.colorType) ?? 0);
  return (header.interlace === 1 ? ADAM7 : WHOLE)
    .map(({ origin, step }, index) => {
      const width = Math.ceil((header.width - origin.x) / step.x);
      const height = Math.ceil((header.height - origin.y) / step.y);
      return { number: index + 1, width, height, rowBytes: Math.ceil((width * pixelBits) / 8), origin, step };
    })
    .filter(({ width, height }) => width > 0 && height > 0);
}

/** Bytes of the image once inflated: its rows, each with a filter byte. */
export function inflatedSize(header: PngHeader): number {
  return imagePasses(header).reduce((sum, { height, rowBytes }) => sum + height * (1 + rowBytes), 0);
}
