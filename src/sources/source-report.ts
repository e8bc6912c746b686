import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PngHeader } from './png/png-header.js';
import type { WavFormat } from './wav/wav-format.js';

/** What a PNG says of itself. */
export interface PngSummary extends PngHeader {
  /** Tells the summaries apart. */
  readonly kind: 'png';
  /** Colours in the palette; null where there is none. */
  readonly paletteEntries: number | null;
}

/** What a WAV file says of itself. */
export interface WavSummary extends WavFormat {
  /** Tells the summaries apart. */
  readonly kind: 'wav';
  /** Bytes from the start of the file to the samples. */
  readonly dataOffset: number;
  /** Bytes of the samples. */
  readonly dataBytes: number;
  /** Whole frames in them, a frame being one sample for each channel; 0 where frames have no bytes. */
  readonly frames: number;
}

/** Of raw bytes nothing is known but what the file system says. */
export interface RawSummary {
  /** Tells the summaries apart. */
  readonly kind: 'raw';
}

/** What a checker found out. */
export interface SourceReport {
  /** All findings, ordered. The file is sound where none of them is an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the file says of itself; null where it broke before that was known. */
  readonly summary: PngSummary | WavSummary | RawSummary | null;
}
