import type { TextFileEdit } from './plan.js';
import { textDiff } from './text-diff.js';

/**
 * Makes the edit that turns one text of a file into another, with its diff.
 *
 * @param before - the text before; null where the file does not exist.
 * @param after - the text afterwards; null where the file is removed.
 */
export function createTextEdit(path: string, before: string | null, after: string | null): TextFileEdit {
  return { kind: 'text', path, before, after, diff: textDiff(path, before, after) };
}
