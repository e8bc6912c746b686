import { CARRIAGE_RETURN, LINE_FEED } from '../json/ascii.js';
import type { JsonSource } from './json-source.js';

/** Where a line ends: LF, CR or CRLF. */
export interface LineBreak {
  /** Where the line break begins. */
  readonly start: number;
  /** Where the next line begins. */
  readonly end: number;
}

/** The first line break between two offsets; null where there is none. */
export function firstLineBreak({ units }: JsonSource, from: number, to: number): LineBreak | null {
  for (let at = from; at < to; at++) {
    if (units[at] === LINE_FEED) return { start: at, end: at + 1 };
    if (units[at] === CARRIAGE_RETURN) return { start: at, end: units[at + 1] === LINE_FEED ? at + 2 : at + 1 };
  }
  return null;
}

/** The last line break between two offsets; null where there is none. */
export function lastLineBreak({ units }: JsonSource, from: number, to: number): LineBreak | null {
  for (let at = to - 1; at >= from; at--) {
    if (units[at] === LINE_FEED) return { start: units[at - 1] === CARRIAGE_RETURN ? at - 1 : at, end: at + 1 };
    if (units[at] === CARRIAGE_RETURN) return { start: at, end: at + 1 };
  }
  return null;
}
