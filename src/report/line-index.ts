import type { LspPosition } from './lsp-diagnostic.js';

/** Bytes of UTF-8 that a code point takes; a lone surrogate is written as U+FFFD, which takes three. */
function byteLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

interface LineStart {
  readonly byte: number;
  readonly unit: number;
}

/** Where each line begins. Lines end with LF, CR or CRLF. */
function lineStartsOf(text: string): readonly LineStart[] {
  const starts: LineStart[] = [{ byte: 0, unit: 0 }];
  let byte = 0;
  for (let unit = 0; unit < text.length; unit++) {
    const codePoint = text.codePointAt(unit) ?? 0;
    byte += byteLength(codePoint);
    if (codePoint > 0xffff) unit += 1;
    if (codePoint === 0x0a || (codePoint === 0x0d && text[unit + 1] !== '\n')) starts.push({ byte, unit: unit + 1 });
  }
  return starts;
}

/** The last line that begins at or before a byte. */
function findLine(starts: readonly LineStart[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.byte ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Answers the line and column, from 0 and in UTF-16 code units, of bytes of a text in UTF-8; null for a byte inside a
 * character or a CRLF, and for one past the end.
 */
export function createLineIndex(text: string): (offset: number) => LspPosition | null {
  const starts = lineStartsOf(text);
  return (offset) => {
    const line = findLine(starts, offset);
    let { byte, unit } = starts[line] ?? { byte: 0, unit: 0 };
    const begin = unit;
    while (byte < offset && unit < text.length) {
      const codePoint = text.codePointAt(unit) ?? 0;
      byte += byteLength(codePoint);
      unit += codePoint > 0xffff ? 2 : 1;
    }
    const isInLineEnd = text[unit] === '\n' && text[unit - 1] === '\r';
    return byte === offset && !isInLineEnd ? { line, character: unit - begin } : null;
  };
}
