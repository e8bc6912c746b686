import { replaceUnsafe } from './replace-unsafe.js';

function escape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * Text from input, made safe to show in one line of a terminal: whatever could forge a line, move the cursor, reverse
 * the reading direction or hide is shown by its code point. Unlike `quote` it adds no quotes and cuts nothing.
 *
 * @example
 * ```ts
 * import { escapeText } from 'prometeu-packer/report';
 *
 * console.log(escapeText('a\nb')); // a\u000ab
 * ```
 */
export function escapeText(text: string): string {
  return replaceUnsafe(text, escape);
}
