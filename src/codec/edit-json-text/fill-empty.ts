import type { JsonSource } from './json-source.js';
import type { JsonTextReplacement } from './json-text-replacement.js';
import { firstLineBreak } from './line-break.js';
import type { WrittenContainer } from './list-members.js';
import { type NewEntry, fitsInLine, renderInside, renderLinesInside } from './render-entry.js';
import type { TextStyle } from './text-style.js';
import type { ValuePlace } from './value-place.js';

/** Writes the first members into an empty array or object: in its line if they fit, unless it is already spread over lines. */
export function fillEmpty(
  source: JsonSource,
  { open, close, isObject }: WrittenContainer,
  added: readonly NewEntry[],
  style: TextStyle,
  { line, column, mayBreak }: ValuePlace,
): JsonTextReplacement {
  const inLine = firstLineBreak(source, open + 1, close) === null && (!mayBreak || fitsInLine(added, column, style));
  const newText = inLine ? renderInside(added, !isObject, style) : renderLinesInside(added, style, line);
  return { start: open + 1, end: close, newText };
}
