import { replaceUnsafe } from './replace-unsafe.js';

/** Escapes as JSON does within a text; a line end stands between the members, since within a text it is escaped already. */
function escape(character: string): string {
  if (character === '\n') return character;
  const units = character.split(''); // a tag is two code units, each with an escape of its own
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** A text of JSON with escapes for whatever could forge a line or reverse the reading direction of a log; it means the same. */
export function escapeJson(json: string): string {
  return replaceUnsafe(json, escape);
}
