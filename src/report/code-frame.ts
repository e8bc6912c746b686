import type { TextRange } from 'prometeu-packer';
import { displayWidth } from './display-width.js';
import { escapeText } from './escape-text.js';

/** Most UTF-16 code units shown before, within and after what is marked. */
const MARGIN = 40;
const MARKED = 80;

function show(text: string): string {
  return escapeText(text.replaceAll('\t', '  '));
}

/**
 * The line that a range begins on, and a line below it that marks the range, to the end of the line where it goes on, and
 * then says where it ends; cut to what stands near it.
 *
 * @param line - the whole line, without its end.
 * @returns two lines without line ends.
 */
export function codeFrame(line: string, { start, end }: TextRange): readonly [string, string] {
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : line.length;
  const first = Math.max(0, from - MARGIN);
  const cut = Math.min(to, from + MARKED);
  const last = cut + MARGIN;
  const before = (first > 0 ? '…' : '') + show(line.slice(first, from));
  const marked = show(line.slice(from, cut));
  const after = show(line.slice(cut, last)) + (last < line.length ? '…' : '');
  const number = String(start.line);
  const indent = ' '.repeat(displayWidth(before));
  const underline = '^'.repeat(Math.max(1, displayWidth(marked)));
  const goesOn = end.line > start.line ? ` to line ${end.line}` : '';
  return [`${number} | ${before}${marked}${after}`.trimEnd(), `${' '.repeat(number.length)} | ${indent}${underline}${goesOn}`];
}
