import { ARCHIVE_PATH } from './owned-paths.js';
import { MAX_SEGMENT_BYTES } from './path-fault.js';
import { nameOf } from './workspace-path.js';

const SLASH = 0x2f;
const POINT = 0x2e;
const ARCHIVE_NAME = /* @__PURE__ */ nameOf(ARCHIVE_PATH);

/** By character: whether a plain name may have it, points apart. */
const PLAIN = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) => (/[a-z0-9_-]/.test(String.fromCharCode(code)) ? 1 : 0));

/** Device names have three letters, or four with a digit, and whatever follows a point does not help. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/** Whether the name between two offsets is a device's, whose stem ends at a third, or the archive's. */
function isTaken(text: string, start: number, stemEnd: number, end: number): boolean {
  const stem = stemEnd - start;
  if ((stem === 3 || stem === 4) && DEVICE.test(text.slice(start, stemEnd))) return true;
  return end - start === ARCHIVE_NAME.length && text.startsWith(ARCHIVE_NAME, start);
}

/**
 * The end of the plain path that begins at an offset of a text: the first character that none has, or the text's own end. -1 where
 * what stands there is no plain path.
 *
 * A plain path has names of `a-z`, `0-9`, `-` and `_` with single points between, none of them a device's or the packer's own. It
 * passes the portable policy, and two of them collide only where they are equal. Of all other paths nothing is said: the policy
 * judges them.
 */
export function plainPathEnd(text: string, start = 0): number {
  let name = start;
  let stemEnd = -1;
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (PLAIN[code] === 1) continue;
    if (at === name || text.charCodeAt(at - 1) === POINT) return -1; // nothing, or a point at an end or beside another
    if (stemEnd < 0) stemEnd = at;
    if (code === POINT) continue;
    if (isTaken(text, name, stemEnd, at)) return -1;
    if (code !== SLASH) return at - start > MAX_SEGMENT_BYTES ? -1 : at; // so no segment is too long either
    name = at + 1;
    stemEnd = -1;
  }
}

/** Whether a whole text is a plain path: see {@link plainPathEnd}. */
export function isPlainPath(text: string): boolean {
  return plainPathEnd(text) === text.length;
}
