import type { LspPosition } from 'prometeu-packer/report';
import type { DocumentTextEdit } from './document-edits.js';

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether a text may be cut before its unit `index`: not inside a pair of surrogates, nor inside a line break. */
function isBoundary(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return true;
  if (isLow(text.charCodeAt(index))) return false;
  return !(text[index] === '\n' && text[index - 1] === '\r');
}

function positionAt(text: string, end: number): LspPosition {
  let line = 0;
  let start = 0;
  for (let index = 0; index < end; index += 1) {
    const unit = text[index];
    if (unit !== '\n' && unit !== '\r') continue;
    if (unit === '\r' && text[index + 1] === '\n') index += 1;
    line += 1;
    start = index + 1;
  }
  return { line, character: end - start };
}

/** The one replacement that turns a text into another, without what both begin and end with; none where they are equal. */
export function findTextEdits(before: string, after: string): readonly DocumentTextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  while (!isBoundary(before, same) || !isBoundary(after, same)) same -= 1;
  let tail = 0;
  while (tail < shorter - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  while (!isBoundary(before, before.length - tail) || !isBoundary(after, after.length - tail)) tail -= 1;
  const end = before.length - tail;
  return [{ range: { start: positionAt(before, same), end: positionAt(before, end) }, newText: after.slice(same, after.length - tail) }];
}
