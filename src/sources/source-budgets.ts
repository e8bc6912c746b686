/** Limits on source files. All are counts, so that a file is refused on every machine or on none. */
export interface SourceBudgets {
  /** Most bytes of one source file. */
  readonly maxFileBytes: number;
  /** Most pixels in a row, and most rows, of a PNG. */
  readonly maxPngSide: number;
  /** Most bytes of a PNG once inflated, with the filter byte of each row. */
  readonly maxPngInflatedBytes: number;
}

/** 2 GiB a file; a PNG of 16,384 × 16,384 pixels and 512 MiB inflated. */
export const defaultSourceBudgets: SourceBudgets = {
  maxFileBytes: 2 * 1024 ** 3,
  maxPngSide: 16_384,
  maxPngInflatedBytes: 512 * 1024 ** 2,
};
