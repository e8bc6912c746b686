import type { EditJsonOptions } from './edit-json-options.js';
import { findJsonTextEdits } from './find-json-text-edits.js';

/**
 * Changes a JSON text by hand, as it were: the result means `after`, and all that is about values which stay is kept
 * to the character: indentation, line endings, the order of keys, the spelling of numbers and strings, blank lines, spaces.
 *
 * A scalar that changes only changes its own token; what takes its place stays in its line unless that gets wider than 80
 * with containers in containers. New members and items are written like their neighbours, one a line or in one line.
 * Removed ones go with their comma and their lines. Takes time in proportion to the text and the value.
 *
 * @param text - JSON that `readJson` accepts: strict, no key twice in an object, nested within the budget. It is for the
 * caller to know that: of a text that is no JSON it throws, as `JSON.parse` does.
 * @param after - plain JSON data.
 *
 * @example
 * ```ts
 * editJsonText('{\n    "a": 1.0,\n    "b": true\n}\n', { a: 1, b: { on: true } });
 * // '{\n    "a": 1.0,\n    "b": { "on": true }\n}\n'
 * ```
 */
export function editJsonText(text: string, after: unknown, options?: EditJsonOptions): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of findJsonTextEdits(text, after, options)) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
