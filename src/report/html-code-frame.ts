import type { TextRange } from 'prometeu-packer';
import { escapeMarkup } from './escape-markup.js';

/** Most UTF-16 code units shown before what is marked, within it, and after it. */
const BEFORE = 60;
const MARKED = 160;
const AFTER = 60;

function show(text: string): string {
  return escapeMarkup(text.replaceAll('\t', '  '));
}

function numbered(number: number, width: number, markup: string): string {
  return `<span><i>${String(number).padStart(width)} | </i>${markup}</span>`;
}

function plain(line: string): string {
  return show(line.slice(0, BEFORE + MARKED)) + (line.length > BEFORE + MARKED ? '…' : '');
}

function marked(line: string, { start, end }: TextRange): string {
  const from = Math.min(start.column - 1, line.length);
  const to = Math.max(from, end.line === start.line ? end.column - 1 : line.length);
  const first = Math.max(0, from - BEFORE);
  const cut = Math.min(to, from + MARKED);
  const inside = show(line.slice(from, cut));
  const after = show(line.slice(cut, cut + AFTER)) + (cut + AFTER < line.length ? '…' : '');
  return `${first > 0 ? '…' : ''}${show(line.slice(first, from))}<mark>${inside === '' ? ' ' : inside}</mark>${after}`;
}

/**
 * The line that a range begins on, marked, with its two neighbours; cut to what stands near it.
 *
 * @param lines - the lines of the file, without their ends.
 * @returns a `pre` element; the empty string where there is no such line.
 */
export function htmlCodeFrame(lines: readonly string[], range: TextRange): string {
  const at = range.start.line;
  const line = lines[at - 1];
  if (line === undefined) return '';
  const width = String(at + 1).length;
  const around = (number: number): string => {
    const text = lines[number - 1];
    return text === undefined || text === '' ? '' : numbered(number, width, plain(text));
  };
  return `<pre class="frame">${around(at - 1)}${numbered(at, width, marked(line, range))}${around(at + 1)}</pre>`;
}
