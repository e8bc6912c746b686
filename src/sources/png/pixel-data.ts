import type { ComputePort, InflateFault } from '../../ports/compute-port.js';
import type { Note, SourceCode, Stretch } from '../note.js';
import { createFilterCheck } from './filter-check.js';
import { imagePasses, inflatedSize } from './image-passes.js';
import { createIndexCheck } from './index-check.js';
import type { PngHeader } from './png-header.js';
import { LAST_FILTER } from './unfilter-row.js';

/** The compressed pixels of a PNG: the data of its IDAT chunks, which together are one zlib stream. */
export interface PixelData {
  /** Takes the next bytes of the stream. */
  push(bytes: Uint8Array): void;
  /** Judges the whole of it, which stands at `stretch` of the file. */
  finish(stretch: Stretch, note: Note): void;
}

type FaultCode = Extract<SourceCode, 'PNG_DATA_CORRUPT' | 'PNG_DATA_TRUNCATED' | 'PNG_DATA_CHECKSUM_MISMATCH' | 'PNG_DATA_DISPUTED'>;

const FAULT_CODES: Readonly<Record<Exclude<InflateFault, 'too-large'>, FaultCode>> = {
  corrupt: 'PNG_DATA_CORRUPT',
  truncated: 'PNG_DATA_TRUNCATED',
  checksum: 'PNG_DATA_CHECKSUM_MISMATCH',
  disputed: 'PNG_DATA_DISPUTED',
};

/** Bytes that the worst of encoders may need for so many pixels; blocks that give nothing could go on for ever. */
function mostCompressedBytes(inflatedBytes: number): number {
  return 4 * inflatedBytes + 1024 * 1024;
}

/**
 * Begins to check the pixels of an image that is within the budgets. Rows are judged only where the stream as a whole is
 * sound: of a broken one nothing more can be said that is sure to be true.
 */
export function createPixelData(header: PngHeader, paletteEntries: number | null, compute: ComputePort): PixelData {
  const expected = inflatedSize(header);
  const limit = mostCompressedBytes(expected);
  const inflater = compute.inflate(expected);
  const passes = imagePasses(header);
  const filters = createFilterCheck(passes);
  const entries = header.colorType === 3 ? (paletteEntries ?? 0) : Infinity;
  const indexes = entries < 1 << header.bitDepth ? createIndexCheck(passes, header.bitDepth, entries) : null;
  let compressedBytes = 0;
  let found = 0;
  let broken = false;
  const onOutput = (chunk: Uint8Array): void => {
    found += chunk.length;
    filters.push(chunk);
    indexes?.push(chunk);
  };

  return {
    push(bytes) {
      compressedBytes += bytes.length;
      if (compressedBytes <= limit) broken ||= inflater.push(bytes, onOutput).isErr(); // finish tells why
    },
    finish(stretch, note) {
      if (compressedBytes > limit) {
        note('PNG_OVER_BUDGET', stretch, { field: 'compressed-bytes', found: compressedBytes, limit });
        return;
      }
      const end = inflater.finish(onOutput);
      if (end.isErr()) {
        if (end.error === 'too-large') note('PNG_DATA_TOO_LONG', stretch, { expected });
        else note(FAULT_CODES[end.error], stretch, { compressedBytes });
        return;
      }
      const invalidFilters = filters.result();
      const invalidIndexes = indexes?.result() ?? null;
      if (found < expected) note('PNG_DATA_TOO_SHORT', stretch, { found, expected });
      if (invalidFilters !== null) note('PNG_FILTER_INVALID', stretch, { ...invalidFilters, limit: LAST_FILTER });
      if (invalidIndexes !== null) note('PNG_PALETTE_INDEX_INVALID', stretch, { ...invalidIndexes, entries });
      if (end.value.unused > 0) note('PNG_DATA_TRAILING_BYTES', stretch, { bytes: end.value.unused });
    },
  };
}
