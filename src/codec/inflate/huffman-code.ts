const FAST_BITS = 9; // most symbols of real streams have codes this short
const LONGEST_CODE = 15;

/** A canonical Huffman code (RFC 1951, section 3.2.2), laid out for decoding. */
export interface HuffmanCode {
  /** Whether every sequence of bits leads to a symbol. */
  readonly complete: boolean;
  /** Bits of the longest code; 0 where there is no symbol at all. */
  readonly longest: number;
  /** By the next 9 bits of the stream: what {@link nextSymbol} answers, or 0 where no code that short fits. */
  readonly fast: Uint16Array;
  /** By code length: the first 16-bit value, codes left-aligned, that is past the codes of this length. */
  readonly limits: Int32Array;
  /** By code length: what to add to a code to get its place in `symbols`. */
  readonly shifts: Int32Array;
  /** The symbols in the order of their codes. */
  readonly symbols: Uint16Array;
}

/** The lowest `count` bits of `value` in reverse: a stream gives the bits of a code highest first. */
function mirrored(value: number, count: number): number {
  let result = 0;
  for (let bit = 0; bit < count; bit += 1) result |= ((value >>> bit) & 1) << (count - 1 - bit);
  return result;
}

function countLengths(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  return counts;
}

/**
 * Lays out the code in which symbol `i` has `lengths[i]` bits, 15 at most; 0 means that it does not occur.
 *
 * @returns null where the lengths ask for more codes than there are.
 */
export function huffmanCode(lengths: Uint8Array): HuffmanCode | null {
  const counts = countLengths(lengths);
  const limits = new Int32Array(LONGEST_CODE + 1);
  const shifts = new Int32Array(LONGEST_CODE + 1);
  const next = new Uint16Array(LONGEST_CODE + 1); // place of the next symbol of each length
  let code = 0;
  let place = 0;
  let longest = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const count = counts[length] as number;
    code *= 2;
    shifts[length] = place - code;
    next[length] = place;
    code += count;
    place += count;
    if (code > 1 << length) return null;
    limits[length] = code << (16 - length);
    if (count > 0) longest = length;
  }

  const symbols = new Uint16Array(place);
  const fast = new Uint16Array(1 << FAST_BITS);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const at = next[length] as number;
    next[length] = at + 1;
    symbols[at] = symbol;
    if (length > FAST_BITS) continue;
    const first = mirrored(at - (shifts[length] as number), length);
    for (let index = first; index < fast.length; index += 1 << length) fast[index] = (length << 9) | symbol;
  }
  return { complete: code === 1 << LONGEST_CODE, longest, fast, limits, shifts, symbols };
}

function nextLongSymbol(code: HuffmanCode, bits: number): number {
  const aligned = mirrored(bits, 16);
  for (let length = FAST_BITS + 1; length <= code.longest; length += 1) {
    if (aligned >= (code.limits[length] as number)) continue;
    const place = (aligned >>> (16 - length)) + (code.shifts[length] as number);
    return (length << 9) | (code.symbols[place] as number);
  }
  return 0;
}

/**
 * Decodes one symbol.
 *
 * @param bits - at least the next 15 bits of the stream, the first one lowest.
 * @returns code length × 512 + symbol; 0 where these bits begin no code.
 */
export function nextSymbol(code: HuffmanCode, bits: number): number {
  const entry = code.fast[bits & ((1 << FAST_BITS) - 1)] as number;
  return entry === 0 ? nextLongSymbol(code, bits) : entry;
}
