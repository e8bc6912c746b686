import type { Note } from '../note.js';
import type { SourceBudgets } from '../source-budgets.js';
import { inflatedSize } from './image-passes.js';
import type { PngHeader } from './png-header.js';

/** Bytes of the data of IHDR. */
export const IHDR_BYTES = 13;

const LARGEST_SIDE = 2 ** 31 - 1;
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

/** Notes every field that no PNG may have; answers whether there is none. */
function checkFields(header: PngHeader, compression: number, filter: number, offset: number, note: Note): boolean {
  const { width, height, bitDepth, colorType, interlace } = header;
  let sound = true;
  for (const [field, found, at] of [
    ['width', width, 0],
    ['height', height, 4],
  ] as const) {
    if (found >= 1 && found <= LARGEST_SIDE) continue;
    note('PNG_DIMENSION_INVALID', { offset: offset + at, length: 4 }, { field, found, least: 1, limit: LARGEST_SIDE });
    sound = false;
  }
  const allowedDepths = DEPTHS.get(colorType) ?? [];
  if (!allowedDepths.includes(bitDepth)) {
    note('PNG_COLOR_INVALID', { offset: offset + 8, length: 2 }, { colorType, bitDepth, allowedDepths });
    sound = false;
  }
  for (const [field, found, at, limit] of [
    ['compression', compression, 10, 0],
    ['filter', filter, 11, 0],
    ['interlace', interlace, 12, 1],
  ] as const) {
    if (found <= limit) continue;
    note('PNG_METHOD_INVALID', { offset: offset + at, length: 1 }, { field, found, limit });
    sound = false;
  }
  return sound;
}

function checkBudgets(header: PngHeader, budgets: SourceBudgets, offset: number, note: Note): boolean {
  const over = (field: 'width' | 'height' | 'inflated-bytes', found: number, limit: number, at: number, length: number): boolean => {
    if (found <= limit) return false;
    note('PNG_OVER_BUDGET', { offset: offset + at, length }, { field, found, limit });
    return true;
  };
  if (over('width', header.width, budgets.maxPngSide, 0, 4) || over('height', header.height, budgets.maxPngSide, 4, 4)) return false;
  return !over('inflated-bytes', inflatedSize(header), budgets.maxPngInflatedBytes, 0, IHDR_BYTES);
}

/**
 * Reads the 13 bytes of IHDR, which stand at byte `offset` of the file.
 *
 * @returns null where it is not a header, or asks for more than the budgets allow; then that was noted.
 */
export function readPngHeader(data: Uint8Array, offset: number, budgets: SourceBudgets, note: Note): PngHeader | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const header: PngHeader = {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bitDepth: view.getUint8(8),
    colorType: view.getUint8(9),
    interlace: view.getUint8(12),
  };
  const sound = checkFields(header, view.getUint8(10), view.getUint8(11), offset, note) && checkBudgets(header, budgets, offset, note);
  return sound ? header : null;
}
