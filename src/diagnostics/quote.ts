const LONGEST = 120;

// Control characters, line separators, bidirectional overrides, zero-width characters, lone surrogates.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"\\]/gu;

function escape(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Text from input, made safe to show: quoted, cut at 120 code units, and with everything escaped that could forge a
 * log line, reverse the reading direction or hide.
 *
 * @example
 * ```ts
 * import { quote } from 'prometeu-packer';
 *
 * console.log(quote('a\nb')); // "a\u000ab"
 * ```
 */
export function quote(text: string): string {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  return `"${cut.replace(UNSAFE, escape)}${cut === text ? '' : '…'}"`;
}
