import { afterBlank } from '../json/value-end.js';
import type { JsonSource } from './json-source.js';
import { type LineBreak, lastLineBreak } from './line-break.js';
import type { WrittenContainer, WrittenMember } from './list-members.js';
import type { LinePlace } from './render-entry.js';
import { type TextStyle, isPlainComma } from './text-style.js';

/** How a member stands apart from the one before it: what new ones beside it imitate. */
export interface Separation {
  /** All that stands between the two, but for blank lines. */
  readonly text: string;
  /** The line that the member begins; null where it stands in the line of the one before. */
  readonly place: LinePlace | null;
  /** The comma with the blanks before it in its line. */
  readonly comma: string;
  /** Whether the comma stands at the beginning of that line, not at the end of the one before. */
  readonly commaFirst: boolean;
}

function inLine({ comma }: TextStyle): Separation {
  return { text: comma, place: null, comma, commaFirst: false };
}

function atLine(place: LinePlace, comma: string): Separation {
  return { text: `${comma}${place.eol}${place.indent}`, place, comma, commaFirst: false };
}

function isPadded(source: JsonSource, { end, comma }: WrittenMember, written: string): boolean {
  return source.text.slice(end, comma + 1) === written;
}

/** The comma with the blanks that stand before it in its line, where the first member and this one have the same. */
function commaLike(source: JsonSource, { members }: WrittenContainer, member: WrittenMember): string {
  const [first = member] = members;
  const written = source.text.slice(first.end, first.comma + 1);
  const isLike = members.length > 1 && lastLineBreak(source, first.end, first.comma) === null && isPadded(source, member, written);
  return isLike ? written : ',';
}

/** The line that begins after a line break. */
export function placeAfter({ text, units }: JsonSource, { start, end }: LineBreak): LinePlace {
  return { eol: text.slice(start, end), indent: text.slice(end, afterBlank(units, end)) };
}

function between(source: JsonSource, container: WrittenContainer, index: number, style: TextStyle): Separation | null {
  const before = container.members[index - 1];
  const member = container.members[index];
  if (before === undefined || member === undefined) return null;
  const lineBreak = lastLineBreak(source, before.comma + 1, member.start);
  if (lineBreak !== null) return atLine(placeAfter(source, lineBreak), commaLike(source, container, before));
  const early = lastLineBreak(source, before.end, before.comma);
  if (early !== null) {
    const place = placeAfter(source, early);
    return { text: place.eol + source.text.slice(early.end, member.start), place, comma: ',', commaFirst: true };
  }
  const text = source.text.slice(before.end, member.start);
  const comma = isPlainComma(text) ? text : style.comma;
  return { text: comma, place: null, comma, commaFirst: false };
}

/** How the member of an index is set apart from the one before it; how another would be set apart from the first, for the first. */
export function separationOf(source: JsonSource, container: WrittenContainer, index: number, style: TextStyle): Separation {
  const from = between(source, container, Math.max(index, 1), style);
  if (index > 0 || from?.commaFirst === true) return from ?? inLine(style);
  const [first] = container.members;
  const lineBreak = lastLineBreak(source, container.open + 1, first?.start ?? container.close);
  const comma = first === undefined ? ',' : commaLike(source, container, first);
  if (lineBreak !== null) return atLine(placeAfter(source, lineBreak), comma);
  return from?.place === null ? from : inLine(style);
}
