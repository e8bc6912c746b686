import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { MAX_SEGMENT_BYTES } from './path-fault.js';
import { fitsUtf8, utf8Length } from './utf8-length.js';

const SUFFIX = '.prometeu.tmp';
const TOKEN = /^[0-9a-f]{8,32}$/;
const STAGED = /^\..+\.[0-9a-f]{8,32}\.prometeu\.tmp$/s;

/** Whether a text can be the token of staged files: 8 to 32 lower-case hexadecimal digits. */
export function isStagingToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * Whether a name is exactly one that {@link stagedName} makes; only such files are ever removed as left over.
 *
 * @example
 * ```ts
 * import { isStagedName } from 'prometeu-packer';
 *
 * console.log(isStagedName('.index.json.0123456789abcdef.prometeu.tmp')); // true
 * console.log(isStagedName('index.json')); // false
 * ```
 */
export function isStagedName(name: string): boolean {
  return name.endsWith(SUFFIX) && STAGED.test(name);
}

/**
 * The name under which a file is staged beside its target: `.<name>.<token>.prometeu.tmp`, at most 255 bytes. Where the
 * target's name is too long for that, it is cut and 16 hexadecimal digits of its SHA-256 follow, so that two names stay
 * two.
 *
 * @param name - a name that passed the portable policy.
 * @param token - 8 to 32 lower-case hexadecimal digits (`isStagingToken`).
 *
 * @example
 * ```ts
 * import { stagedName } from 'prometeu-packer';
 *
 * console.log(stagedName('index.json', '0123456789abcdef')); // .index.json.0123456789abcdef.prometeu.tmp
 * ```
 */
export function stagedName(name: string, token: string): string {
  const rest = `.${token}${SUFFIX}`;
  const room = MAX_SEGMENT_BYTES - 1 - rest.length;
  if (fitsUtf8(name, room)) return `.${name}${rest}`;
  const mark = `~${bytesToHex(sha256(utf8ToBytes(name)).subarray(0, 8))}`;
  return `.${cutToBytes(name, room - mark.length)}${mark}${rest}`;
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
