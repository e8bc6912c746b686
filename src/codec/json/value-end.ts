import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE, isBlank } from './ascii.js';
import { scalarEnd, stringEnd } from './scalar-end.js';

/** The first offset from `start` on at which no white space stands. */
export function afterBlank(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isBlank(bytes[at])) at += 1;
  return at;
}

/** Whether an array or object begins with this byte. */
export function isContainer(byte: number | undefined): boolean {
  return byte === OPEN_BRACE || byte === OPEN_BRACKET;
}

/** The end of the value that begins at `start`, in a text that is known to be JSON. */
export function valueEnd(bytes: Uint8Array, start: number): number {
  if (!isContainer(bytes[start])) return scalarEnd(bytes, start);
  let depth = 0;
  let at = start;
  do {
    const byte = bytes[at];
    if (byte === QUOTE) at = stringEnd(bytes, at);
    else {
      if (isContainer(byte)) depth += 1;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
      at += 1;
    }
  } while (depth > 0);
  return at;
}
