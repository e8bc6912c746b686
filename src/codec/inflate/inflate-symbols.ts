import { type BitReader, bitsLeft, peekBits, takeBits } from './bit-reader.js';
import { type BlockCodes, END_OF_BLOCK } from './block-codes.js';
import { nextSymbol } from './huffman-code.js';
import { hasRoom, type OutputWindow, repeat } from './output-window.js';

/** Most bits that one symbol takes: a length and a distance with their extra bits. */
const MOST_SYMBOL_BITS = 48;

// Base value and extra bits of each length and distance (RFC 1951, section 3.2.5).
const LENGTHS: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
  24577,
];
const DISTANCE_BITS: readonly number[] = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

/** Reads one symbol; -1 where the bits are no code. */
function takeSymbol(reader: BitReader, code: BlockCodes['literals']): number {
  const entry = nextSymbol(code, peekBits(reader));
  reader.position += entry >>> 9;
  return entry === 0 ? -1 : entry & 511;
}

/** Repeats earlier output as a length symbol and what follows it say; false where they say nothing sensible. */
function inflateMatch(reader: BitReader, window: OutputWindow, codes: BlockCodes, symbol: number): boolean {
  const length = LENGTHS[symbol - END_OF_BLOCK - 1];
  if (length === undefined) return false;
  const extra = takeBits(reader, LENGTH_BITS[symbol - END_OF_BLOCK - 1] as number);
  const distanceSymbol = takeSymbol(reader, codes.distances);
  const distance = DISTANCES[distanceSymbol];
  if (distance === undefined) return false;
  return repeat(window, distance + takeBits(reader, DISTANCE_BITS[distanceSymbol] as number), length + extra);
}

/**
 * Decodes the symbols of a block until it ends (`done`), the reader may not hold the next one whole (`input`), the window
 * may lack room for it (`output`), or it means nothing (`corrupt`).
 */
export function inflateSymbols(reader: BitReader, window: OutputWindow, codes: BlockCodes): 'done' | 'input' | 'output' | 'corrupt' {
  const wanted = reader.ended ? 1 : MOST_SYMBOL_BITS;
  const { bytes } = window;
  while (hasRoom(window)) {
    if (bitsLeft(reader) < wanted) return 'input';
    const symbol = takeSymbol(reader, codes.literals);
    if (symbol < 0) return 'corrupt';
    if (symbol < END_OF_BLOCK) {
      bytes[window.at] = symbol;
      window.at += 1;
    } else if (symbol === END_OF_BLOCK) {
      return 'done';
    } else if (!inflateMatch(reader, window, codes, symbol)) {
      return 'corrupt';
    }
  }
  return 'output';
}
