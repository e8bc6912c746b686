import { afterBlank } from '../json/value-end.js';
import type { JsonSource } from './json-source.js';
import { lastLineBreak } from './line-break.js';
import type { WrittenMember } from './list-members.js';
import type { LinePlace } from './render-entry.js';
import { placeAfter } from './separation.js';
import type { TextStyle } from './text-style.js';

/** Where a value stands that is being changed. */
export interface ValuePlace {
  /** Where it begins. */
  readonly start: number;
  /** The line it begins in. */
  readonly line: LinePlace;
  /** Its column in that line, counted from 0, where it is the first value of the line. */
  readonly column: number;
  /** Whether it is, so that it may be written in several lines. */
  readonly mayBreak: boolean;
}

/** Where the value of a whole text stands. */
export function rootPlace(source: JsonSource, { eol }: TextStyle): ValuePlace {
  const start = afterBlank(source.units, 0);
  const lineStart = lastLineBreak(source, 0, start)?.end ?? 0;
  const indent = source.text.slice(lineStart, start);
  return { start, line: { indent, eol: eol ?? '\n' }, column: indent.length, mayBreak: eol !== null };
}

/**
 * Where the value of a member stands.
 *
 * @param from - where the member before it ends, or the bracket.
 * @param line - the line in which that stands.
 */
export function memberPlace(
  source: JsonSource,
  { start, valueStart }: Pick<WrittenMember, 'start' | 'valueStart'>,
  from: number,
  line: LinePlace,
): ValuePlace {
  const lineBreak = lastLineBreak(source, from, start);
  if (lineBreak === null) return { start: valueStart, line, column: 0, mayBreak: false };
  const own = placeAfter(source, lineBreak);
  return { start: valueStart, line: own, column: valueStart - lineBreak.end, mayBreak: true };
}
