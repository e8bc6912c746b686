import type { TextPosition, TextRange } from '../../diagnostics/location.js';
import { CARRIAGE_RETURN, LINE_FEED } from './ascii.js';
import type { ByteSpan } from './json-fault.js';

const STRIDE = 512;

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
}

/** UTF-16 code units that a character begins at this byte; none for the bytes inside a character. */
function codeUnits(byte: number): number {
  if ((byte & 0xc0) === 0x80) return 0;
  return byte < 0xf0 ? 1 : 2;
}

function advance(bytes: Uint8Array, from: TextPosition, offset: number): TextPosition {
  let { line, column } = from;
  for (let at = from.offset; at < offset; at++) {
    if (isLineEnd(bytes, at)) {
      line += 1;
      column = 1;
    } else column += codeUnits(bytes[at] ?? 0);
  }
  return { line, column, offset };
}

/**
 * Answers lines and columns for places in a text. Lines end with LF, CR or CRLF. Positions every 512 bytes are kept from
 * the first question on, so that many questions cost little more than one.
 */
export function createTextRanges(bytes: Uint8Array): (span: ByteSpan) => TextRange {
  const known: TextPosition[] = [{ line: 1, column: 1, offset: 0 }];
  const positionOf = (offset: number): TextPosition => {
    const index = Math.floor(offset / STRIDE);
    for (let next = known.length; next <= index; next++) {
      known.push(advance(bytes, known[next - 1] as TextPosition, next * STRIDE)); // the one before is always known
    }
    return advance(bytes, known[index] as TextPosition, offset);
  };
  return ({ offset, length }) => ({ start: positionOf(offset), end: positionOf(offset + length) });
}
