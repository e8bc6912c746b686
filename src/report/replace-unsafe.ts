// Control characters, soft hyphen, line and paragraph separators, bidirectional controls, zero-width characters, tags and
// lone surrogates. Ranges, not Unicode properties: those differ between engines.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** Replaces each character that could forge a line, move the cursor, reverse the reading direction, or hide. */
export function replaceUnsafe(text: string, replacement: (character: string) => string): string {
  return text.replace(UNSAFE, replacement);
}
