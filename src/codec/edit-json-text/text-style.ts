import { CLOSE_BRACE, CLOSE_BRACKET, COMMA } from '../json/ascii.js';
import { afterBlank } from '../json/value-end.js';
import { walkJson } from '../json/walk-json.js';
import type { JsonSource } from './json-source.js';
import { firstLineBreak, lastLineBreak } from './line-break.js';

/** How a text is written, as far as new text in it has to match. */
export interface TextStyle {
  /** Between a key and its value. */
  readonly colon: string;
  /** Between two members in one line. */
  readonly comma: string;
  /** Inside the braces of an object in one line. */
  readonly objectPadding: string;
  /** Inside the brackets of an array in one line. */
  readonly arrayPadding: string;
  /** What a line is indented by beyond the one around it. */
  readonly unit: string;
  /** How its first line ends; null where all of it stands in one line. */
  readonly eol: string | null;
}

const SPACED_COLON = /^ ?:[ \t]?$/;

/** Whether the stretch from a key to its value is one that other members can be written with. */
export function isPlainColon(colon: string): boolean {
  return SPACED_COLON.test(colon);
}

const SPACED_COMMA = /^ ?,[ \t]?$/;

/** Whether the stretch between two members is one that others in the same line can be written with. */
export function isPlainComma(comma: string): boolean {
  return SPACED_COMMA.test(comma);
}

interface Evidence {
  colon?: string;
  comma?: string;
  objectPadding?: string;
  arrayPadding?: string;
  unit?: string | undefined;
}

/** @param indent - what the whole text is indented by. */
function collectEvidence(source: JsonSource, indent: string): Evidence {
  const { text, units } = source;
  const found: Evidence = {};
  const afterValue = (end: number): void => {
    const comma = afterBlank(units, end);
    if (found.comma !== undefined || units[comma] !== COMMA) return;
    const between = text.slice(end, afterBlank(units, comma + 1));
    if (isPlainComma(between)) found.comma = between;
  };
  walkJson(units, {
    open(kind, start) {
      const first = afterBlank(units, start + 1);
      if (units[first] === CLOSE_BRACE || units[first] === CLOSE_BRACKET) return;
      const lineBreak = lastLineBreak(source, start + 1, first);
      if (lineBreak === null) found[`${kind}Padding`] ??= first === start + 1 ? '' : ' ';
      else found.unit ??= text.slice(lineBreak.end + indent.length, first) || undefined;
    },
    close(end) {
      afterValue(end);
    },
    key(_start, end) {
      const colon = afterBlank(units, end);
      const between = text.slice(end, afterBlank(units, colon + 1));
      if (isPlainColon(between)) found.colon ??= between;
    },
    scalar(_start, end) {
      afterValue(end);
    },
    comment() {
      // JSON has none
    },
    trailingComma() {
      // JSON has none
    },
    unexpected() {
      // the text is JSON
    },
  });
  return found;
}

/** Finds out how a text is written from where it first shows; what it does not show is as most people have it. */
export function detectTextStyle(source: JsonSource): TextStyle {
  const { text, units } = source;
  const start = afterBlank(units, 0);
  const found = collectEvidence(source, text.slice(lastLineBreak(source, 0, start)?.end ?? 0, start));
  const lineBreak = firstLineBreak(source, start, text.trimEnd().length);
  const isTight = found.colon === undefined ? found.comma === ',' : !/\s$/.test(found.colon);
  return {
    colon: found.colon ?? (isTight ? ':' : ': '),
    comma: found.comma ?? (isTight ? ',' : ', '),
    objectPadding: found.objectPadding ?? (isTight ? '' : ' '),
    arrayPadding: found.arrayPadding ?? '',
    unit: found.unit ?? '  ',
    eol: lineBreak === null ? null : text.slice(lineBreak.start, lineBreak.end),
  };
}
