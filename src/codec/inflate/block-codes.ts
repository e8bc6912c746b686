import { type BitReader, takeBits, peekBits } from './bit-reader.js';
import { type HuffmanCode, huffmanCode, nextSymbol } from './huffman-code.js';

/** The two codes that a compressed block is written in. */
export interface BlockCodes {
  /** Literal bytes, the end of the block (256) and match lengths. */
  readonly literals: HuffmanCode;
  /** Match distances. */
  readonly distances: HuffmanCode;
}

/** Most bits that {@link readBlockCodes} reads. */
export const MOST_CODES_BITS = 14 + 19 * 3 + 316 * 14;

/** The symbol that ends a block. */
export const END_OF_BLOCK = 256;

const CODE_LENGTH_ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MOST_LITERALS = 286;
const MOST_DISTANCES = 30;

/** The codes of a block that brings none of its own (RFC 1951, section 3.2.6). */
export function fixedCodes(): BlockCodes {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return { literals: huffmanCode(lengths) as HuffmanCode, distances: huffmanCode(new Uint8Array(32).fill(5)) as HuffmanCode }; // never too many
}

/** Reads the code that the code lengths are written in. */
function readLengthsCode(reader: BitReader, count: number): HuffmanCode | null {
  const lengths = new Uint8Array(19);
  for (const symbol of CODE_LENGTH_ORDER.slice(0, count)) lengths[symbol] = takeBits(reader, 3);
  const code = huffmanCode(lengths);
  return code?.complete === true ? code : null;
}

/** Reads `count` code lengths with their run lengths; null where a run has nothing to repeat or leads past the end. */
function readLengths(reader: BitReader, code: HuffmanCode, count: number): Uint8Array | null {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count;) {
    const entry = nextSymbol(code, peekBits(reader));
    reader.position += entry >>> 9;
    const symbol = entry & 511;
    if (symbol < 16) {
      lengths[at] = symbol;
      at += 1;
      continue;
    }
    if (symbol === 16 && at === 0) return null;
    const value = symbol === 16 ? (lengths[at - 1] as number) : 0;
    const run = symbol === 16 ? 3 + takeBits(reader, 2) : symbol === 17 ? 3 + takeBits(reader, 3) : 11 + takeBits(reader, 7);
    if (at + run > count) return null;
    lengths.fill(value, at, at + run);
    at += run;
  }
  return lengths;
}

/** zlib takes an unfinished code only where its one symbol has one bit, or where there is none. */
function isUsable(code: HuffmanCode | null): code is HuffmanCode {
  return code !== null && (code.complete || code.longest <= 1);
}

/**
 * Reads the codes that a block brings along (RFC 1951, section 3.2.7), as strictly as zlib.
 *
 * @returns null where they are no codes. A reader that ran out of bits may answer either.
 */
export function readBlockCodes(reader: BitReader): BlockCodes | null {
  const literalCount = 257 + takeBits(reader, 5);
  const distanceCount = 1 + takeBits(reader, 5);
  const lengthsCode = readLengthsCode(reader, 4 + takeBits(reader, 4));
  if (literalCount > MOST_LITERALS || distanceCount > MOST_DISTANCES || lengthsCode === null) return null;
  const lengths = readLengths(reader, lengthsCode, literalCount + distanceCount);
  if (lengths === null || lengths[END_OF_BLOCK] === 0) return null;
  const literals = huffmanCode(lengths.subarray(0, literalCount));
  const distances = huffmanCode(lengths.subarray(literalCount));
  return isUsable(literals) && isUsable(distances) ? { literals, distances } : null;
}
