import type { DiagnosticData } from '../../diagnostics/catalogue.js';
import type { Note, SourceCode } from '../note.js';
import { isCritical, type PngChunk, stretchOf } from './png-chunk.js';
import type { PngHeader } from './png-header.js';

/** Which chunks may follow the header of a PNG, and in what order and size (PNG specification, sections 5.6 and 11). */
export interface ChunkOrder {
  /** Judges the next chunk by its head. False where the image is broken or not supported; then that was noted. */
  admit(chunk: PngChunk): boolean;
  /** Colours in the palette; null where there is none so far. */
  paletteEntries(): number | null;
}

/** Where side information has to stand; what is not named here may stand anywhere. */
const BEFORE: ReadonlyMap<string, 'PLTE' | 'IDAT'> = new Map([
  ['cHRM', 'PLTE'],
  ['cICP', 'PLTE'],
  ['cLLI', 'PLTE'],
  ['gAMA', 'PLTE'],
  ['iCCP', 'PLTE'],
  ['mDCV', 'PLTE'],
  ['sBIT', 'PLTE'],
  ['sRGB', 'PLTE'],
  ['acTL', 'IDAT'],
  ['bKGD', 'IDAT'],
  ['hIST', 'IDAT'],
  ['pHYs', 'IDAT'],
  ['sPLT', 'IDAT'],
]);

/** Begins after IHDR. */
export function createChunkOrder({ colorType, bitDepth }: PngHeader, note: Note): ChunkOrder {
  const seen = new Set<string>(); // PLTE, tRNS, IDAT, and misplaced side information: never more than those
  let previous = 'IHDR';
  let paletteEntries: number | null = null;

  const refuse = <Code extends SourceCode>(code: Code, chunk: PngChunk, data: DiagnosticData<Code>): false => {
    note(code, stretchOf(chunk), data);
    return false;
  };

  const hasSize = (chunk: PngChunk, least: number, most: number, multipleOf = 1): boolean => {
    const { type, length } = chunk;
    if (length >= least && length <= most && length % multipleOf === 0) return true;
    return refuse('PNG_CHUNK_SIZE_INVALID', chunk, { chunk: type, found: length, expected: { least, most, multipleOf } });
  };

  /** What holds for PLTE and tRNS alike: once, before the pixels, and not for every colour type. */
  const isPlacedOnce = (chunk: PngChunk, forbidden: readonly number[]): boolean => {
    if (seen.has(chunk.type)) return refuse('PNG_CHUNK_REPEATED', chunk, { chunk: chunk.type });
    if (forbidden.includes(colorType)) return refuse('PNG_CHUNK_FORBIDDEN', chunk, { chunk: chunk.type, colorType });
    if (seen.has('IDAT')) return refuse('PNG_CHUNK_ORDER', chunk, { chunk: chunk.type, expected: 'before', other: 'IDAT' });
    return true;
  };

  const admitPalette = (chunk: PngChunk): boolean => {
    if (!isPlacedOnce(chunk, [0, 4])) return false;
    if (seen.has('tRNS')) return refuse('PNG_CHUNK_ORDER', chunk, { chunk: 'PLTE', expected: 'before', other: 'tRNS' });
    paletteEntries = chunk.length / 3;
    return hasSize(chunk, 3, 3 * (colorType === 3 ? 1 << bitDepth : 256), 3);
  };

  const admitTransparency = (chunk: PngChunk): boolean => {
    if (!isPlacedOnce(chunk, [4, 6])) return false;
    if (colorType === 0) return hasSize(chunk, 2, 2);
    if (colorType === 2) return hasSize(chunk, 6, 6);
    if (paletteEntries === null) return refuse('PNG_CHUNK_ORDER', chunk, { chunk: 'tRNS', expected: 'after', other: 'PLTE' });
    return hasSize(chunk, 1, paletteEntries);
  };

  const admitPixels = (chunk: PngChunk): boolean => {
    if (seen.has('IDAT') && previous !== 'IDAT') return refuse('PNG_IDAT_SPLIT', chunk, { chunk: 'IDAT' });
    if (colorType === 3 && paletteEntries === null) return refuse('PNG_PALETTE_MISSING', chunk, { expected: 'PLTE' });
    return true;
  };

  const admitEnd = (chunk: PngChunk): boolean =>
    seen.has('IDAT') ? hasSize(chunk, 0, 0) : refuse('PNG_IDAT_MISSING', chunk, { expected: 'IDAT' });

  const admitSideInformation = (chunk: PngChunk): true => {
    const other = BEFORE.get(chunk.type);
    if (other === undefined || seen.has(chunk.type) || !(seen.has('IDAT') || seen.has(other))) return true;
    seen.add(chunk.type);
    note('PNG_CHUNK_MISPLACED', stretchOf(chunk), { chunk: chunk.type, other: seen.has(other) ? other : 'IDAT' });
    return true;
  };

  const judge = (chunk: PngChunk): boolean => {
    switch (chunk.type) {
      case 'IHDR':
        return refuse('PNG_CHUNK_REPEATED', chunk, { chunk: 'IHDR' });
      case 'PLTE':
        return admitPalette(chunk);
      case 'tRNS':
        return admitTransparency(chunk);
      case 'IDAT':
        return admitPixels(chunk);
      case 'IEND':
        return admitEnd(chunk);
      default:
        return isCritical(chunk.type) ? refuse('PNG_CHUNK_UNSUPPORTED', chunk, { chunk: chunk.type }) : admitSideInformation(chunk);
    }
  };

  return {
    admit(chunk) {
      const admitted = judge(chunk);
      if (isCritical(chunk.type) || chunk.type === 'tRNS') seen.add(chunk.type);
      previous = chunk.type;
      return admitted;
    },
    paletteEntries: () => paletteEntries,
  };
}
