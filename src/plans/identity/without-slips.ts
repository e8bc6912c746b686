const BYTE_ORDER_MARK = '\ufeff';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}

/**
 * A JSON text without the slips that a safe fix takes away: a byte order mark, and commas before a closing bracket. What
 * stands in the text otherwise is not judged. Takes time in proportion to the text.
 */
export function withoutSlips(text: string): string {
  const parts: string[] = [];
  let kept = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  let comma = -1; // where a comma stands that nothing but blanks has followed yet
  for (let at = kept, inString = false; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
      continue;
    }
    if (isBlank(code)) continue;
    if (comma >= 0 && isClosing(code)) {
      parts.push(text.slice(kept, comma));
      kept = comma + 1;
    }
    comma = code === COMMA ? at : -1;
    inString = code === QUOTE;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}
