import type { LspPosition } from './lsp-diagnostic.js';

/** Bytes of UTF-8 that a code point takes; a lone surrogate is written as U+FFFD, which takes three. */
function byteLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** A place of a text that is known: the beginning of each line, and places within long ones. */
interface Mark {
  readonly byte: number;
  readonly unit: number;
  readonly line: number;
  /** The code unit that its line begins with. */
  readonly begin: number;
}

/** Code units of a line after which it has another mark: a file may be one long line. */
const STRIDE = 1024;

/** The marks of a text, in order. Lines end with LF, CR or CRLF. */
function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = [{ byte: 0, unit: 0, line: 0, begin: 0 }];
  let [byte, line, begin, marked] = [0, 0, 0, 0];
  for (let unit = 0; unit < text.length; unit++) {
    const codePoint = text.codePointAt(unit) ?? 0;
    byte += byteLength(codePoint);
    if (codePoint > 0xffff) unit += 1;
    const next = unit + 1;
    const ends = codePoint === 0x0a || (codePoint === 0x0d && text[next] !== '\n');
    if (ends) [line, begin] = [line + 1, next];
    if (!ends && next - marked < STRIDE) continue;
    marks.push({ byte, unit: next, line, begin });
    marked = next;
  }
  return marks;
}

/** The last mark at or before a byte. */
function findMark(marks: readonly Mark[], offset: number): Mark {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.byte ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return marks[low] ?? { byte: 0, unit: 0, line: 0, begin: 0 };
}

/**
 * Answers the line and column, from 0 and in UTF-16 code units, of bytes of a text in UTF-8; null for a byte inside a
 * character or a CRLF, and for one past the end.
 */
export function createLineIndex(text: string): (offset: number) => LspPosition | null {
  const marks = marksOf(text);
  return (offset) => {
    const { line, begin, ...mark } = findMark(marks, offset);
    let { byte, unit } = mark;
    while (byte < offset && unit < text.length) {
      const codePoint = text.codePointAt(unit) ?? 0;
      byte += byteLength(codePoint);
      unit += codePoint > 0xffff ? 2 : 1;
    }
    const isInLineEnd = text[unit] === '\n' && text[unit - 1] === '\r';
    return byte === offset && !isInLineEnd ? { line, character: unit - begin } : null;
  };
}
