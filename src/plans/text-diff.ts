import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatch } from 'diff';

/** Most lines that may differ before the diff gives up looking for what is alike: its cost grows with their square. */
const MAX_EDIT_LENGTH = 1000;

const NO_NEWLINE = '\\ No newline at end of file';

function linesOf(text: string, sign: '-' | '+'): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const isWhole = lines.at(-1) === '';
  if (isWhole) lines.pop();
  const signed = lines.map((line) => sign + line);
  return isWhole ? signed : [...signed, NO_NEWLINE];
}

function replaceAll(oldFileName: string, newFileName: string, before: string, after: string): StructuredPatch {
  const removed = linesOf(before, '-');
  const added = linesOf(after, '+');
  const count = (lines: readonly string[]): number => lines.filter((line) => line !== NO_NEWLINE).length;
  const hunk = { oldStart: 1, oldLines: count(removed), newStart: 1, newLines: count(added), lines: [...removed, ...added] };
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

/**
 * Unified diff of one text file, with three lines around each change, for people. Its cost is bounded: where more than
 * 1000 lines differ, one hunk takes out the whole text and puts in the other.
 *
 * @param path - path from the workspace root; stands after `a/` and `b/`.
 * @param before - the text before; null where the file does not exist, which is shown as `/dev/null`.
 * @param after - the text afterwards; null where the file is removed.
 */
export function textDiff(path: string, before: string | null, after: string | null): string {
  const from = before === null ? '/dev/null' : `a/${path}`;
  const to = after === null ? '/dev/null' : `b/${path}`;
  const options = { context: 3, maxEditLength: MAX_EDIT_LENGTH };
  const patch = structuredPatch(from, to, before ?? '', after ?? '', undefined, undefined, options);
  return formatPatch(patch ?? replaceAll(from, to, before ?? '', after ?? ''), FILE_HEADERS_ONLY);
}
