import { takeBytes, type Walk } from '../walk.js';
import type { CheckedFile } from '../checked-file.js';
import { latin1 } from '../latin1.js';
import type { Stretch } from '../note.js';
import { SNIFFED_BYTES, sniffKind } from '../sniff-kind.js';
import type { PngSummary } from '../source-report.js';
import { createChunkOrder } from './chunk-order.js';
import { createPixelData, type PixelData } from './pixel-data.js';
import { CHUNK_FRAME, CHUNK_HEAD, stretchOf } from './png-chunk.js';
import type { PngHeader } from './png-header.js';
import { PNG_SIGNATURE } from './png-signature.js';
import { IHDR_BYTES, readPngHeader } from './read-png-header.js';
import { passChunkData, takeChunkHead } from './take-chunk.js';

const SIGNATURE_BYTES = PNG_SIGNATURE.length;

function hexOf(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** Whether so much of the signature is right that the rest was damaged under way. */
function isDamagedSignature(found: string): boolean {
  return Array.from(PNG_SIGNATURE).filter((character, index) => found[index] === character).length >= SIGNATURE_BYTES / 2;
}

function* takeSignature({ size, note }: CheckedFile): Walk<boolean> {
  const found = latin1(yield* takeBytes(Math.min(size, SIGNATURE_BYTES)));
  if (found === PNG_SIGNATURE) return true;
  if (isDamagedSignature(found)) {
    note('PNG_SIGNATURE_DAMAGED', { offset: 0, length: found.length }, { found: hexOf(found), expected: '89504e470d0a1a0a' });
    return false;
  }
  const more = latin1(yield* takeBytes(Math.min(size, SNIFFED_BYTES) - found.length));
  const content = sniffKind(Uint8Array.from(found + more, (character) => character.charCodeAt(0)));
  note('SOURCE_FORMAT_MISMATCH', { offset: 0, length: found.length + more.length }, { expected: 'png', found: content });
  return false;
}

function* takeHeader(file: CheckedFile): Walk<PngHeader | null> {
  const chunk = yield* takeChunkHead(file, SIGNATURE_BYTES);
  if (chunk === null) return null;
  if (chunk.type !== 'IHDR') {
    file.note('PNG_IHDR_MISSING', stretchOf(chunk), { found: chunk.type, expected: 'IHDR' });
    return null;
  }
  if (chunk.length !== IHDR_BYTES) {
    const expected = { least: IHDR_BYTES, most: IHDR_BYTES, multipleOf: 1 };
    file.note('PNG_CHUNK_SIZE_INVALID', stretchOf(chunk), { chunk: 'IHDR', found: chunk.length, expected });
    return null;
  }
  const data: number[] = [];
  if (!(yield* passChunkData(file, chunk, (piece) => data.push(...piece)))) return null;
  return readPngHeader(Uint8Array.from(data), SIGNATURE_BYTES + CHUNK_HEAD, file.budgets, file.note);
}

/** Walks the chunks after IHDR; answers how many colours the palette has, null where there is none. */
function* walkChunks(file: CheckedFile, header: PngHeader): Walk<number | null> {
  const order = createChunkOrder(header, file.note);
  let pixels: PixelData | null = null;
  let firstPixels = 0;
  let whole: Stretch | null = null; // where the pixels stand, once another chunk follows them
  let offset = SIGNATURE_BYTES + CHUNK_FRAME + IHDR_BYTES;
  const end = (): number | null => {
    if (whole !== null) pixels?.finish(whole, file.note);
    return order.paletteEntries();
  };
  for (let type = 'IHDR'; type !== 'IEND';) {
    const chunk = yield* takeChunkHead(file, offset);
    if (chunk === null) return end();
    if (type === 'IDAT' && chunk.type !== 'IDAT') whole = { offset: firstPixels, length: offset - firstPixels };
    if (chunk.type === 'IDAT') whole = null; // more of them: what stood before was not all
    if (!order.admit(chunk)) return end();
    if (chunk.type === 'IDAT' && pixels === null) {
      pixels = createPixelData(header, order.paletteEntries(), file.compute);
      firstPixels = offset;
    }
    const stream = chunk.type === 'IDAT' ? pixels : null;
    if (!(yield* passChunkData(file, chunk, (piece) => stream?.push(piece)))) return end();
    type = chunk.type;
    offset += CHUNK_FRAME + chunk.length;
  }
  const bytes = file.size - offset;
  if (bytes > 0) file.note('PNG_TRAILING_BYTES', { offset, length: bytes }, { bytes });
  return end();
}

/**
 * Checks a PNG (W3C PNG specification, third edition) from its signature to IEND: what a decoder must be able to rely on,
 * not what the pixels look like. The first fault of the chunks ends the walk; the pixels are judged where they are whole.
 *
 * @returns what the header and palette say; null where there is no sound header.
 */
export function* walkPng(file: CheckedFile): Walk<PngSummary | null> {
  if (!(yield* takeSignature(file))) return null;
  const header = yield* takeHeader(file);
  if (header === null) return null;
  return { kind: 'png', ...header, paletteEntries: yield* walkChunks(file, header) };
}
