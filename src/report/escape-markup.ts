import { escapeText } from './escape-text.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/**
 * Text from input, made safe to stand in HTML, SVG or XML, between tags or in a quoted attribute: what {@link escapeText}
 * escapes, and what markup gives a meaning to. The two code points that XML forbids besides are shown by number.
 */
export function escapeMarkup(text: string): string {
  return escapeText(text)
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}
