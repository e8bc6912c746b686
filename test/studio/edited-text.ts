import type { DocumentTextEdit } from '../../src/studio/document-edits.js';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where a position stands, as an editor counts: every one of CR LF, LF and CR ends a line. */
function offsetOf(text: string, { line, character }: Position): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
  const start = starts[line];
  if (start === undefined) throw new Error(`no line ${line}`);
  return start + character;
}

/** A text with edits carried out, as an editor does it: all of them are of the text before. */
export function editedText(text: string, edits: readonly DocumentTextEdit[]): string {
  const placed = edits.map(({ range, newText }) => ({ start: offsetOf(text, range.start), end: offsetOf(text, range.end), newText }));
  return placed
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}
