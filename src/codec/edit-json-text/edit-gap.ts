import type { JsonSource } from './json-source.js';
import type { JsonTextReplacement } from './json-text-replacement.js';
import { firstLineBreak, lastLineBreak } from './line-break.js';
import type { WrittenContainer } from './list-members.js';
import { type NewEntry, renderEntry, renderInlineEntry } from './render-entry.js';
import { type Separation, separationOf } from './separation.js';
import { type TextStyle, isPlainColon } from './text-style.js';

/** What happens between two members that stay: those between them go, others come in. */
export interface GapChange {
  /** Index of the member before; -1 for the beginning of the container. */
  readonly before: number;
  /** Index of the member after; how many there are, for the end of the container. */
  readonly after: number;
  /** What comes in. */
  readonly added: readonly NewEntry[];
}

function closeGap(source: JsonSource, { open, close, members }: WrittenContainer, { before, after }: GapChange): JsonTextReplacement {
  const cut = (start: number, end: number): JsonTextReplacement => ({ start, end, newText: '' });
  const left = members[before];
  const right = members[after];
  const first = members[before + 1];
  const last = members[after - 1];
  if (first === undefined || last === undefined) return cut(open + 1, open + 1); // nothing goes
  if (right === undefined) return left === undefined ? cut(open + 1, close) : cut(left.end, last.end);
  const from = left === undefined ? open + 1 : left.comma + 1;
  const lineBefore = lastLineBreak(source, from, first.start);
  const lineAfter = firstLineBreak(source, last.comma + 1, right.start);
  if (lineBefore !== null && lineAfter !== null) return cut(lineBefore.end, lineAfter.end);
  return lineBefore !== null || left === undefined ? cut(first.start, right.start) : cut(from, last.comma + 1);
}

/** The text of each of those that come in, written like the members beside them. */
function renderAdded({ members }: WrittenContainer, { before, after, added }: GapChange, { place }: Separation, style: TextStyle) {
  const beside = [members[before], members[after]].find((member) => member !== undefined && isPlainColon(member.colon));
  const colon = beside?.colon ?? style.colon;
  return added.map((entry) => (place === null ? renderInlineEntry(entry, style, colon) : renderEntry(entry, style, place, colon)));
}

function fillGap(source: JsonSource, container: WrittenContainer, change: GapChange, style: TextStyle): JsonTextReplacement {
  const { open, members } = container;
  const { before, after } = change;
  const left = members[before];
  const next = members[before + 1];
  const last = members[after - 1];
  const separation = separationOf(source, container, next === undefined ? before : before + 1, style);
  const { text, place, comma, commaFirst } = separation;
  const texts = renderAdded(container, change, separation, style);
  const write = (start: number, end: number, newText: string): JsonTextReplacement => ({ start, end, newText });

  if (next !== undefined && last !== undefined && after - before > 1) return write(next.start, last.end, texts.join(text));
  const line = next === undefined ? null : firstLineBreak(source, left === undefined ? open + 1 : left.comma + 1, next.start);
  if (line !== null && place !== null && !commaFirst) {
    const eol = source.text.slice(line.start, line.end);
    return write(line.end, line.end, texts.map((added) => `${place.indent}${added}${comma}${eol}`).join(''));
  }
  if (left !== undefined) return write(left.end, left.end, texts.map((added) => text + added).join(''));
  const at = next?.start ?? open + 1;
  return write(at, at, texts.map((added) => added + text).join(''));
}

/**
 * Takes out of a container what goes between two members that stay, with its commas and lines, and writes what comes in:
 * in the place of what goes, or beside its neighbours and like them. Blank lines around stay.
 *
 * @param container - not empty.
 */
export function editGap(source: JsonSource, container: WrittenContainer, change: GapChange, style: TextStyle): JsonTextReplacement {
  return change.added.length === 0 ? closeGap(source, container, change) : fillGap(source, container, change, style);
}
