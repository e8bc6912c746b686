import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A text for a log of GitHub Actions in which nothing acts as a workflow command: file names and lines of files in it may
 * look like one (`::set-env …`, `##[add-matcher]…`). Commands are stopped before and resumed after it, by a word that the
 * text cannot hold, since it is made of its digest.
 *
 * @returns the text between two lines; the empty string for no text.
 *
 * @example
 * ```ts
 * import { guardCiText } from 'prometeu-packer/report';
 *
 * const [first, text] = guardCiText('::set-env name=A::b').split('\n');
 * console.log(first?.startsWith('::stop-commands::'), text); // true ::set-env name=A::b
 * ```
 */
export function guardCiText(text: string): string {
  if (text === '') return '';
  const token = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`;
}
