import { MAX_SEGMENT_BYTES, type PathFault, type PathFaultKind } from './path-fault.js';
import { fitsUtf8 } from './utf8-length.js';

// With the u flag the surrogates in the class match only where they are alone.
const REFUSED_CHARACTER = /[\u0000-\u001f"*/:<>?\\|\u007f-\u009f\ud800-\udfff\ufffd]/u;

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file: what follows a dot, and spaces before it, do not help.
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;

function kindOfCharacter(code: number): PathFaultKind {
  if (code === 0x2f) return 'slash';
  if (code === 0x5c) return 'backslash';
  if (code === 0xfffd) return 'replacement-character';
  if (code >= 0xd800) return 'lone-surrogate';
  if (code < 0x20 || code >= 0x7f) return 'control-character';
  return 'reserved-character';
}

/**
 * Judges one segment, that is one file or folder name, by the portable policy: a name is fit only where every platform
 * takes it and reads it the same way. Percent signs, `~` and `$` are ordinary letters.
 *
 * @param segment - the name, without separators.
 * @param start - UTF-16 code units before it in the whole path; `index` of the fault counts from there.
 * @returns the first fault, or null where the name is fit.
 */
export function findSegmentFault(segment: string, start: number): PathFault | null {
  if (typeof segment !== 'string') return { kind: 'empty-segment', segment: '', index: start }; // as programs without types may have it
  const fault = (kind: PathFaultKind, index = 0): PathFault => ({ kind, segment, index: start + index });
  if (segment === '') return fault('empty-segment');
  if (segment === '.') return fault('dot-segment');
  if (segment === '..') return fault('parent-segment');
  const refused = segment.search(REFUSED_CHARACTER);
  if (refused !== -1) return fault(kindOfCharacter(segment.charCodeAt(refused)), refused);
  if (DEVICE_NAME.test(segment)) return fault('reserved-name');
  if (segment.startsWith(' ')) return fault('leading-space');
  if (segment.endsWith(' ') || segment.endsWith('.')) return fault('trailing-dot-or-space', segment.length - 1);
  if (!fitsUtf8(segment, MAX_SEGMENT_BYTES)) return fault('segment-too-long');
  return null;
}
