/** What the header of a PNG says (PNG specification, section 11.2.1). */
export interface PngHeader {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Bits of a sample, or of a palette index. */
  readonly bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colorType: number;
  /** 0 row by row, 1 in the seven passes of Adam7. */
  readonly interlace: number;
}
